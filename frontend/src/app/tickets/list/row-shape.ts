import type { RowShape } from '../../kit/list/row-skeletons';

const FACE = '28px';

/** A row of the list before its ticket is here. */
export const ROW_SHAPE: RowShape = {
  columns: '44px minmax(0, 1fr) 92px 84px 100px 28px 36px',
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
