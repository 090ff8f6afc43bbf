// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_set_ups.h"

namespace goodfaith::app {

const std::vector<CommandEntry>& commands() {
    static const std::vector<CommandEntry> all = {
        {"import", "Import files or folders", setUpImport},
        {"preview", "Show how a file would be read, writing nothing", setUpPreview},
        {"imports", "List the imports made so far", setUpImports},
        {"undo-import", "Take an import back, as if it had never been made", setUpUndoImport},
        {"coverage", "Show which records are known, from which source, for which period",
         setUpCoverage},
        {"lookup", "Find a customer by e-mail, phone, order or tracking number, or name",
         setUpLookup},
        {"customers", "List every customer", setUpCustomers},
        {"brief", "What to know before replying to a customer", setUpBrief},
        {"timeline", "A customer's events, newest first", setUpTimeline},
        {"score", "Scores and verdicts, of all customers when none is named", setUpScore},
        {"course", "How a customer's scores came about, and what moved them", setUpCourse},
        {"duplicates", "Customers who might be one person, most likely first", setUpDuplicates},
        {"parties", "Show whom a customer is made of, and why", setUpParties},
        {"merge", "Join two customers", setUpMerge},
        {"split", "Take a customer apart again", setUpSplit},
        {"keep-apart", "Say that two customers are two persons, for good", setUpKeepApart},
        {"note", "Write something down about a customer", setUpNote},
        {"promise", "Note what a customer was promised, and by when", setUpPromise},
        {"judge", "Judge a customer yourself, over the computed verdict", setUpJudge},
        {"shown", "Which verdicts of a customer were shown, when and to whom", setUpShown},
        {"correct", "Correct whose an event is, what it promises, or whether it complains",
         setUpCorrect},
        {"phrases", "Sentences for a reply, filled with what is known of a customer", setUpPhrases},
        {"faq", "Answers to frequent questions, by words or by what a customer asks", setUpFaq},
        {"save-text", "Write a phrase or an answer, or change one", setUpSaveText},
        {"remove-text", "Offer a phrase or an answer no more", setUpRemoveText},
        {"queue", "Who waits for an answer, a call back or a kept promise, most urgent first",
         setUpQueue},
        {"done", "Mark as done what waits in the queue", setUpDone},
        {"snooze", "Let something in the queue wait until then", setUpSnooze},
        {"undo",
         "Take back what was done last: merge, split, keep-apart, correct, note, promise, judge, "
         "done, snooze, save-text or remove-text",
         setUpUndo},
        {"redo", "Do again what was undone last", setUpRedo},
        {"issues", "What many customers complain of: products, carriers, regions, topics",
         setUpIssues},
        {"report", "Managers' figures: response times, calls, mailboxes; alone, the reports' names",
         setUpReport},
        {"analyse", "What a message says: complaint, topic, what is asked for, promises",
         setUpAnalyse},
        {"settings", "Show or change the shop's settings", setUpSettings},
        {"check", "Check that the database is sound", setUpCheck},
    };
    return all;
}

}  // namespace goodfaith::app
