# One of the three services, as `mvn package` built it: docker build -f docker/service.Dockerfile --build-arg SERVICE=query-service .
FROM eclipse-temurin:25-jre
ARG SERVICE
WORKDIR /opt/company-timeline
# What changes least comes first: the libraries, then our own code.
COPY ${SERVICE}/target/quarkus-app/lib/ lib/
COPY ${SERVICE}/target/quarkus-app/quarkus/ quarkus/
COPY ${SERVICE}/target/quarkus-app/app/ app/
COPY ${SERVICE}/target/quarkus-app/quarkus-run.jar quarkus-run.jar
USER 10001:10001
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-jar", "quarkus-run.jar"]
