import { IN_TIME, OVERDUE, QUIET, SOON, Word } from './colours';
import { named } from './terms';

/** «Светофор» of an official page. */
export const LIGHTS: Record<string, Word> = {
  GREEN: { text: '● зелёный', color: IN_TIME },
  YELLOW: { text: '▲ жёлтый', color: SOON },
  RED: { text: '■ красный', color: OVERDUE },
  UNKNOWN: { text: '○ мало известно', color: QUIET },
};

/** What is asked of a page; a component that a region added itself is called by its id. */
const COMPONENTS: Record<string, string> = {
  connected: 'подключение к «Госпабликам»',
  state_mark: 'госметка',
  avatar: 'аватар',
  description: 'описание',
  cover: 'обложка',
  widgets: 'виджеты',
  posts_week: 'посты за неделю',
  reach_week_share: 'охват за неделю',
  post_reach_share: 'охват поста',
};

/** Names of the components that a condition on one of them chooses. */
export const componentsWhere = (condition: string) =>
  `arrayStringConcat(arrayMap(c -> ${named('c.component', COMPONENTS)}, arrayFilter(c -> ifNull(${condition}, false), components)), ', ')`;

/** The last closed day of the chosen time on which pages lived: today's is not over. */
export const LAST_DAY = `(
      SELECT max(toDate(window_start + INTERVAL 12 HOUR))
      FROM v_engagement
      WHERE size = 'DAY' AND dimension = 'COMMUNITY' AND $__timeFilter_ms(window_start)
        AND window_end <= now64(3, 'UTC')
    )`;
