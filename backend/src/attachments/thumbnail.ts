/** The longer side of a small picture at most, in pixels. */
export const THUMBNAIL_SIDE = 480;

/** What is larger gets none: a few bytes may say that they are pixels without end. */
const PIXELS_MAX = 50_000_000;
const SECONDS_MAX = 10;
const QUALITY = 75;

/** Makes the small picture of an image, upright, as WebP without what its camera has noted; null when none can be made. */
export async function thumbnailOf(image: Buffer): Promise<Buffer | null> {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  sharp.cache(false);
  try {
    return await sharp(image, { limitInputPixels: PIXELS_MAX, sequentialRead: true, failOn: 'error' })
      .autoOrient()
      .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: SECONDS_MAX })
      .webp({ quality: QUALITY })
      .toBuffer();
  } catch {
    return null;
  }
}
