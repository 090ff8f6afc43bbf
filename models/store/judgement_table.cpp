// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/judgement_table.h"

#include "models/domain/act.h"
#include "models/domain/failure.h"
#include "models/store/engine.h"
#include "models/store/statement.h"

namespace goodfaith::store {
namespace {

using JudgementQuery =
    Query<CustomerId, ActId, Instant, QString, std::optional<VerdictKind>, QString,
          std::optional<Instant>, VerdictKind, double, ParametersId, Instant>;

constexpr const char* selectJudgements =
    "SELECT link.customer_id, act.id, act.at, act.by_whom, verdict, reason, review_at, "
    "shown_verdict, shown_p, shown_parameters, shown_as_of FROM judgement "
    "JOIN act ON act.id = judgement.act_id "
    "LEFT JOIN party ON party.content_hash = judgement.content_hash "
    "LEFT JOIN link ON link.party_id = party.id ";

Judgement judgementFrom(const JudgementQuery::Row& row) {
    const auto& [customer, act, at, by, verdict, reason, reviewAt, shown, p, parameters, asOf] =
        row;
    return {act, at, by, verdict, reason, reviewAt, {shown, p, parameters, asOf}};
}

}  // namespace

void JudgementTable::add(ActId act, const QByteArray& content, const Judgement& judgement) {
    const ShownVerdict& shown = judgement.shown;
    Statement(database_,
              "INSERT INTO judgement (act_id, content_hash, verdict, reason, review_at, "
              "shown_verdict, shown_p, shown_parameters, shown_as_of) VALUES (:act, :content, "
              ":verdict, :reason, :review, :shown, :p, :parameters, :asof)")
        .run(act, content, judgement.verdict, judgement.reason, judgement.reviewAt, shown.verdict,
             shown.pChronic, shown.parameters, shown.asOf);
}

std::optional<Judgement> JudgementTable::find(ActId act) const {
    JudgementQuery query(database_, std::string(selectJudgements) + "WHERE act.id = :act");
    const auto row = query.one(act);
    return row ? std::optional(judgementFrom(*row)) : std::nullopt;
}

CustomerId JudgementTable::customerOf(ActId act) const {
    JudgementQuery query(database_, std::string(selectJudgements) + "WHERE act.id = :act");
    const auto row = query.one(act);
    return row ? std::get<0>(*row) : CustomerId();
}

std::map<CustomerId, std::vector<Judgement>> JudgementTable::all() const {
    JudgementQuery query(
        database_, std::string(selectJudgements) + "WHERE act.state = :stands ORDER BY act.id");
    std::map<CustomerId, std::vector<Judgement>> judged;
    for (const auto& row : query.all(ActState::Stands)) {
        if (const CustomerId customer = std::get<0>(row); !customer.isNone())
            judged[customer].push_back(judgementFrom(row));
    }
    return judged;
}

bool JudgementTable::log(const QByteArray& content, const VerdictShowing& showing, bool mayWait) {
    std::optional<engine::WithoutWaiting> unwaiting;
    if (!mayWait)
        unwaiting.emplace(database_.session());
    try {
        Transaction transaction(database_);
        Statement(database_,
                  "INSERT INTO shown_verdict (at, by_whom, content_hash, verdict, computed, p, "
                  "parameters, as_of, known_to) VALUES (:at, :by, :content, :verdict, :computed, "
                  ":p, :parameters, :asof, :known)")
            .run(showing.at, showing.by, content, showing.verdict, showing.computed.verdict,
                 showing.computed.pChronic, showing.computed.parameters, showing.computed.asOf,
                 showing.knownTo);
        transaction.commit();
        return true;
    } catch (const Failure&) {
        if (mayWait)
            throw;
        return false;
    }
}

std::vector<VerdictShowing> JudgementTable::shownOf(CustomerId customer, int limit) const {
    Query<Instant, QString, VerdictKind, VerdictKind, double, ParametersId, Instant,
          std::optional<Instant>>
        query(database_,
              "SELECT at, by_whom, verdict, computed, p, parameters, as_of, known_to "
              "FROM shown_verdict JOIN party ON party.content_hash = shown_verdict.content_hash "
              "JOIN link ON link.party_id = party.id WHERE link.customer_id = :customer "
              "ORDER BY at DESC, shown_verdict.id DESC LIMIT :most");
    std::vector<VerdictShowing> showings;
    for (const auto& [at, by, verdict, computed, p, parameters, asOf, known] :
         query.all(customer, limit))
        showings.push_back({at, by, verdict, {computed, p, parameters, asOf}, known});
    return showings;
}

}  // namespace goodfaith::store
