package com.neighborbid.operations;

import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.MBeanException;
import javax.management.ReflectionException;
import javax.management.StandardMBean;

/**
 * Shows an instance to consoles elsewhere: they read on threads of the JVM's own, which know of no application, so that
 * the container would find none of its beans. Each reading takes the application's class loader along.
 */
final class InstanceBean extends StandardMBean {
    private final ClassLoader application;

    /** @param application of the thread that starts the application */
    InstanceBean(InstanceMXBean instance, ClassLoader application) {
        super(instance, InstanceMXBean.class, true);
        this.application = application;
    }

    @Override
    public Object getAttribute(String name) throws AttributeNotFoundException, MBeanException, ReflectionException {
        Thread reader = Thread.currentThread();
        ClassLoader before = reader.getContextClassLoader();
        reader.setContextClassLoader(application);
        try {
            return super.getAttribute(name);
        } finally {
            reader.setContextClassLoader(before);
        }
    }

    @Override
    public AttributeList getAttributes(String[] names) {
        Thread reader = Thread.currentThread();
        ClassLoader before = reader.getContextClassLoader();
        reader.setContextClassLoader(application);
        try {
            return super.getAttributes(names);
        } finally {
            reader.setContextClassLoader(before);
        }
    }
}
