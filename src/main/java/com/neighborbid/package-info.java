/** NeighborBid: neighbours sell to each other by live auction. */
package com.neighborbid;
