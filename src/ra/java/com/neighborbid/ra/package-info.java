/**
 * The one thing that the resource adapter's archive has beside Artemis's own jars: a link to the broker that is dead is seen on
 * every connection. Not in the WAR; needs Artemis's client, and nothing of the house.
 */
@NullMarked
package com.neighborbid.ra;

import org.jspecify.annotations.NullMarked;
