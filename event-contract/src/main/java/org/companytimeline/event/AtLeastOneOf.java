package org.companytimeline.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// One of the named components must be present.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface AtLeastOneOf {
    String[] value();
}
