package com.neighborbid.system;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The HTTP calls that the code of the WAR declares by its annotations, such as {@code GET /api/orders/{}}. */
final class DeclaredCalls {
    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target", "classes");
    private static final String SUFFIX = ".class";

    private DeclaredCalls() {}

    /** Every method of every resource, under the application's path. */
    static SortedSet<String> all() {
        try (Stream<java.nio.file.Path> files = Files.walk(CLASSES.resolve("com/neighborbid"))) {
            SortedSet<Class<?>> types = files.map(
                            file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(SUFFIX) && !name.endsWith("package-info.class"))
                    .map(DeclaredCalls::type)
                    .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(Class::getName))));
            String root = types.stream()
                    .filter(type -> type.isAnnotationPresent(ApplicationPath.class))
                    .map(type -> type.getAnnotation(ApplicationPath.class).value())
                    .collect(Collectors.joining());
            return types.stream()
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .flatMap(type -> calls(root, type))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A path whose parameters have no names, since those are nobody's business. */
    static String unnamed(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    private static Stream<String> calls(String root, Class<?> resource) {
        String path = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getMethods())
                .flatMap(method -> verbs(method).map(verb -> verb + " " + unnamed(joined(root, path, below(method)))));
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value);
    }

    private static String below(Method method) {
        return method.isAnnotationPresent(Path.class)
                ? method.getAnnotation(Path.class).value()
                : "";
    }

    private static String joined(String... parts) {
        return Arrays.stream(parts)
                .flatMap(part -> Arrays.stream(part.split("/")))
                .filter(step -> !step.isEmpty())
                .collect(Collectors.joining("/", "/", ""));
    }

    private static Class<?> type(String file) {
        String name = file.substring(0, file.length() - SUFFIX.length()).replace(File.separatorChar, '.');
        try {
            return Class.forName(name, false, DeclaredCalls.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
