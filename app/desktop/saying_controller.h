// SPDX-License-Identifier: GPL-3.0-or-later
// What agents say on a customer's page, done as acts: notes, promises, judgements, what a text
// says in truth, and how phrases and answers read.
#pragma once

#include <QObject>

namespace goodfaith::views {
class LookupPage;
}

namespace goodfaith::app {

class IdentityController;

class SayingController : public QObject {
    Q_OBJECT

public:
    SayingController(views::LookupPage& page, IdentityController& acts);
};

}  // namespace goodfaith::app
