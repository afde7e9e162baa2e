package org.companytimeline.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/// Makes and drops topics with the settings of the log.
record Topics(String bootstrapServers) {

    static final int PARTITIONS = 12;

    void create(String name) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(name, PARTITIONS, (short) 1)
                                            .configs(
                                                    Map.of(
                                                            "message.timestamp.type",
                                                            "LogAppendTime",
                                                            "retention.ms",
                                                            "-1",
                                                            "retention.bytes",
                                                            "-1"))))
                    .all()
                    .get();
        }
    }

    void delete(String name) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.deleteTopics(List.of(name)).all().get();
        }
    }

    private Admin admin() {
        return Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) bootstrapServers));
    }
}
