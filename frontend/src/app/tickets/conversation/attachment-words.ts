/** The icon of what a file is. */
export function fileIcon(type: string): 'image' | 'picture_as_pdf' | 'folder_zip' | 'draft' {
  if (type.startsWith('image/')) return 'image';
  if (type === 'application/pdf') return 'picture_as_pdf';
  return /zip|tar|rar|7z|gzip|compressed/.test(type) ? 'folder_zip' : 'draft';
}
