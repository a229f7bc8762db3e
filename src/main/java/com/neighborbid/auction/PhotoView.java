package com.neighborbid.auction;

/**
 * A photo and where it is served.
 *
 * @param id public text
 * @param thumbnailUrl the photo's own until the thumbnail is made
 */
public record PhotoView(String id, String url, String thumbnailUrl, int width, int height) {}
