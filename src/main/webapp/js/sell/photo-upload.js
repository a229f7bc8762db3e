import { call } from '../lib/api.js';

const UPLOAD_MS = 120_000;

/**
 * Uploads pictures one after the other, so that they keep their order.
 * @param {string} auction
 * @param {File[]} files
 * @param {(done: number) => void} progress
 * @returns {Promise<{file: File, failure: unknown}[]>} those that could not be uploaded
 */
export async function uploadPhotos(auction, files, progress) {
  const failed = [];
  for (const [i, file] of files.entries()) {
    progress(i + 1);
    const body = new FormData();
    body.append('photo', file);
    try {
      await call('POST', `/auctions/${auction}/photos`, { body, timeoutMs: UPLOAD_MS });
    } catch (failure) {
      failed.push({ file, failure });
    }
  }
  return failed;
}
