import type { Vocabulary } from "../src/discord/command.ts";
import { answerControls } from "./answer-controls.ts";
import { answering } from "./answering.ts";
import { ask } from "./ask.ts";
import { help } from "./help.ts";
import { ingest } from "./ingest.ts";
import { passagesControls } from "./passages-controls.ts";
import { settings, settingsControls } from "./settings.ts";
import { sources, sourcesControls } from "./sources.ts";
import { timeline, timelineControls } from "./timeline.ts";

/** All that people can say to the bot. */
export const vocabulary: Vocabulary = {
  commands: [ask, timeline, sources, settings, ingest, help],
  controls: [
    ...answerControls,
    ...passagesControls,
    ...timelineControls,
    ...sourcesControls,
    ...settingsControls,
  ],
  answer: (request, question, said) => answering(request, question, { said }),
};
