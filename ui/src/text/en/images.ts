// English: pictures of products.

export const images = {
  title: 'Pictures', add: 'Add a picture', kinds: 'Pictures', all: 'All pictures',
  of: (title: string, at: string, count: string) => `${title}, picture ${at} of ${count}`,
  none: 'No picture yet. Choose a file, drop one here, or paste one.',
  added: 'Picture added', removed: 'Picture removed', noPicture: 'Only PNG, JPEG and WebP files '
    + 'become pictures.',
  earlier: 'One place forward', later: 'One place back', remove: 'Remove',
  tell: 'Describe', alt: 'Description', altHint: 'What is told to who does not see the picture',
};
