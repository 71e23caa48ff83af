import { Empty } from './notice.js';

/** For a page that its user may not see: reached by its address, the navigation does not lead here. */
export const NoRight = ({ needs }: { needs: string }): React.JSX.Element => (
  <Empty title={`This page needs the role ${needs}.`}>
    <span>Sign in with another key, or ask an admin for one.</span>
  </Empty>
);
