// SPDX-License-Identifier: GPL-3.0-or-later
// Each declares its options on the given command and returns what runs when it is chosen.
#pragma once

#include "app/cli/command.h"

namespace goodfaith::app {

CommandBody setUpImport(CLI::App& options);
CommandBody setUpPreview(CLI::App& options);
CommandBody setUpImports(CLI::App& options);
CommandBody setUpUndoImport(CLI::App& options);
CommandBody setUpCoverage(CLI::App& options);
CommandBody setUpLookup(CLI::App& options);
CommandBody setUpCustomers(CLI::App& options);
CommandBody setUpBrief(CLI::App& options);
CommandBody setUpTimeline(CLI::App& options);
CommandBody setUpScore(CLI::App& options);
CommandBody setUpCourse(CLI::App& options);
CommandBody setUpDuplicates(CLI::App& options);
CommandBody setUpParties(CLI::App& options);
CommandBody setUpMerge(CLI::App& options);
CommandBody setUpKeepApart(CLI::App& options);
CommandBody setUpSplit(CLI::App& options);
CommandBody setUpCorrect(CLI::App& options);
CommandBody setUpUndo(CLI::App& options);
CommandBody setUpRedo(CLI::App& options);
CommandBody setUpIssues(CLI::App& options);
CommandBody setUpReport(CLI::App& options);
CommandBody setUpNote(CLI::App& options);
CommandBody setUpPromise(CLI::App& options);
CommandBody setUpJudge(CLI::App& options);
CommandBody setUpShown(CLI::App& options);
CommandBody setUpPhrases(CLI::App& options);
CommandBody setUpFaq(CLI::App& options);
CommandBody setUpSaveText(CLI::App& options);
CommandBody setUpRemoveText(CLI::App& options);
CommandBody setUpQueue(CLI::App& options);
CommandBody setUpDone(CLI::App& options);
CommandBody setUpSnooze(CLI::App& options);
CommandBody setUpAnalyse(CLI::App& options);
CommandBody setUpSettings(CLI::App& options);
CommandBody setUpCheck(CLI::App& options);

}  // namespace goodfaith::app
