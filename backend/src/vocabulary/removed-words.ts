/** What stands in the place of a title, a description or a message whose words were removed for good; the database knows it too. */
export const REMOVED_WORDS = '(words removed)';
