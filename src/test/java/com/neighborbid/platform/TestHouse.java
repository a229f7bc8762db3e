package com.neighborbid.platform;

import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.implementation.bind.annotation.Origin;
import net.bytebuddy.implementation.bind.annotation.RuntimeType;
import net.bytebuddy.implementation.bind.annotation.SuperCall;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;

/**
 * Beans of the house on a real database and without a container: one of each type, injected by type, its calls in
 * transactions as {@code @Transactional} has it. Settings, clocks and doubles are given with {@link #with}; an event
 * that nobody gave goes nowhere. There is no replica.
 */
public final class TestHouse implements AutoCloseable {
    private final TestDatabase database = new TestDatabase(entityTypes());
    private final List<Object> beans = new ArrayList<>(List.of(new Replica(), new TestReads(this::together)));
    private final ThreadLocal<@Nullable EntityManager> current = new ThreadLocal<>();
    private final EntityManager injected = (EntityManager) Proxy.newProxyInstance(
            EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                try {
                    return method.invoke(required(), arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });

    /** Takes this bean wherever its type is asked for. */
    public TestHouse with(Object bean) {
        beans.add(bean);
        return this;
    }

    /** The bean of a type, made and injected on first use. */
    public synchronized <T> T get(Class<T> type) {
        return beans.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseGet(() -> make(type));
    }

    /** Queries and calls of the test's own in one transaction, or in the one that runs. */
    public <T> T together(Function<EntityManager, T> work) {
        return current.get() == null
                ? database.inTransaction(entities -> {
                    current.set(entities);
                    try {
                        return work.apply(entities);
                    } finally {
                        current.remove();
                    }
                })
                : work.apply(required());
    }

    @Override
    public void close() {
        database.close();
    }

    private <T> T make(Class<T> type) {
        T bean = type.isInterface() ? idle(type) : transactional(type);
        beans.add(bean);
        for (Class<?> level = type; level != Object.class && level != null; level = level.getSuperclass()) {
            for (Field field : level.getDeclaredFields()) {
                inject(bean, field);
            }
        }
        return bean;
    }

    private static <T> T idle(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, m, a) -> null));
    }

    private <T> T transactional(Class<T> type) {
        try {
            var constructor = new ByteBuddy()
                    .subclass(type)
                    .method(ElementMatchers.not(ElementMatchers.isPrivate())
                            .and(ElementMatchers.not(ElementMatchers.isDeclaredBy(Object.class))))
                    .intercept(MethodDelegation.to(new Transactions(this)))
                    .make()
                    .load(
                            type.getClassLoader(),
                            ClassLoadingStrategy.UsingLookup.of(
                                    MethodHandles.privateLookupIn(type, MethodHandles.lookup())))
                    .getLoaded()
                    .getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type, e);
        }
    }

    private void inject(Object bean, Field field) {
        try {
            if (field.isAnnotationPresent(PersistenceContext.class)) {
                field.setAccessible(true);
                field.set(bean, injected);
            } else if (field.isAnnotationPresent(Inject.class)) {
                field.setAccessible(true);
                field.set(bean, get(field.getType()));
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot set " + field, e);
        }
    }

    private EntityManager required() {
        EntityManager entities = current.get();
        if (entities == null) {
            throw new IllegalStateException("No transaction");
        }
        return entities;
    }

    /** Puts transactions around calls. */
    public static final class Transactions {
        private final TestHouse house;

        Transactions(TestHouse house) {
            this.house = house;
        }

        @RuntimeType
        public @Nullable Object around(@Origin Method method, @SuperCall Callable<?> call) throws Exception {
            Transactional type = method.isAnnotationPresent(Transactional.class)
                    ? method.getAnnotation(Transactional.class)
                    : method.getDeclaringClass().getAnnotation(Transactional.class);
            return type == null ? call.call() : house.call(type.value(), call);
        }
    }

    private @Nullable Object call(Transactional.TxType type, Callable<?> call) throws Exception {
        boolean running = current.get() != null;
        return switch (type) {
            case REQUIRES_NEW -> inNew(call);
            case REQUIRED -> running ? call.call() : inNew(call);
            // Without a transaction the container keeps one entity manager for a bean or a thread: stale, or closed.
            case MANDATORY, SUPPORTS -> {
                required();
                yield call.call();
            }
            case NEVER, NOT_SUPPORTED -> {
                if (running) {
                    throw new IllegalStateException("Called in a transaction");
                }
                yield call.call();
            }
        };
    }

    private @Nullable Object inNew(Callable<?> call) throws Exception {
        EntityManager outer = current.get();
        EntityManager entities = database.entities();
        current.set(entities);
        entities.getTransaction().begin();
        try {
            Object result = call.call();
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
            current.set(outer);
        }
    }

    private static Class<?>[] entityTypes() {
        Path root = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> Files.isDirectory(path.resolve("db/migration")))
                .findFirst()
                .orElseThrow();
        try (Stream<Path> files = Files.walk(root.resolve("com/neighborbid"))) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .map(TestHouse::type)
                    .filter(type -> type.isAnnotationPresent(Entity.class) && !Modifier.isAbstract(type.getModifiers()))
                    .toArray(Class<?>[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> type(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace(File.separatorChar, '.');
        try {
            return Class.forName(name, false, TestHouse.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
