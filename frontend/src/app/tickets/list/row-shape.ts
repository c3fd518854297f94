import type { RowShape } from '../../kit/list/row-skeletons';

const FACE = '28px';

/** A row of the list before its ticket is here. */
export const ROW_SHAPE: RowShape = {
  columns: 'var(--ticket-columns)',
  before: ['36px'],
  after: ['72px', '60px', '76px', FACE, '24px'],
  face: FACE,
  words: [
    ['38%', '88%'],
    ['52%', '80%'],
    ['30%', '92%'],
    ['46%', '76%'],
    ['41%', '84%'],
    ['56%', '90%'],
    ['34%', '72%'],
    ['48%', '86%'],
  ],
  phone: { height: '96px', line: '196px' },
};
