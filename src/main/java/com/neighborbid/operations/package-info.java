/**
 * What operators see: whether the engines answer and the books balance.
 *
 * <p>Neighbours: it watches every component and none knows it. Invariant: it changes nothing.
 */
@NullMarked
package com.neighborbid.operations;

import org.jspecify.annotations.NullMarked;
