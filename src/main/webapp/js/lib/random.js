const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Random text for keys and refs, five bits a character. `crypto.randomUUID` is missing on plain HTTP, this is not.
 * @param {number} length
 */
export function randomText(length) {
  return Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => ALPHABET[byte & 31]).join('');
}
