import { useState } from "preact/hooks";
import { Fragment, jsx, jsxs } from "preact/jsx-runtime";
import { Refs, useCited } from "../ui/Refs.tsx";
import { useSpeech, useWords } from "../ui/words-context.ts";
import { Report } from "./Report.tsx";

/** What `card-more.js` must not have a second time: Preact counts what it draws, and a context is known by identity. */
export const lent = { Fragment, jsx, jsxs, Refs, Report, useCited, useSpeech, useState, useWords };
export type Lent = typeof lent;
