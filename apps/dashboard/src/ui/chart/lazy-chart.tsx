import { lazy } from 'react';

/** LineChart, with uPlot loaded when the first chart is shown. Wrap it in Suspense. */
export const LazyChart = lazy(() => import('./line-chart.js'));
