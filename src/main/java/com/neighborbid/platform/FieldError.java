package com.neighborbid.platform;

/** What is wrong with one field of a request. */
public record FieldError(String field, String message) {}
