package com.neighborbid.platform;

/** A component's settings: a record, produced from {@link Settings}, checked at start by {@link ConfigCheck}. */
public interface ComponentConfig {}
