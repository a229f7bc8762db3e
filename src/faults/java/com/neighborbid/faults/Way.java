package com.neighborbid.faults;

/** A link's two ways. */
enum Way {
    TO_SERVER,
    TO_CLIENT
}
