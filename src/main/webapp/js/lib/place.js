import { Problem } from './api.js';

/**
 * Where the device is. Asks the person first, as the browser has it.
 * @returns {Promise<{lat: number, lng: number}>}
 * @throws {Problem} `GEO_DENIED` or `GEO_UNKNOWN`
 */
export function whereAmI() {
  return new Promise((found, failed) => {
    if (!navigator.geolocation) return failed(new Problem('GEO_UNKNOWN', 0));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => found({ lat: round(coords.latitude), lng: round(coords.longitude) }),
      (failure) => failed(new Problem(failure.code === failure.PERMISSION_DENIED ? 'GEO_DENIED' : 'GEO_UNKNOWN', 0)),
      { timeout: 10_000, maximumAge: 60_000 },
    );
  });
}

/** Some eleven metres are near enough. @param {number} degrees */
const round = (degrees) => Math.round(degrees * 10_000) / 10_000;
