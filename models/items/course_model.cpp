// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/course_model.h"

#include <array>
#include <cmath>

namespace goodfaith::items {
namespace {

QString scoreText(const std::optional<double>& score) {
    return score ? QString::number(std::lround(*score)) : QStringLiteral("–");
}

}  // namespace

QString scoreMoves(const CoursePoint& before, const CoursePoint& after) {
    const std::array moves{
        std::tuple(CourseModel::tr("value %1 → %2"), before.value, after.value),
        std::tuple(CourseModel::tr("complaints %1 → %2"), before.complaints, after.complaints),
        std::tuple(CourseModel::tr("our replies %1 → %2"), before.response, after.response),
    };
    QStringList texts;
    for (const auto& [text, was, is] : moves) {
        if (scoreText(was) != scoreText(is))
            texts << text.arg(scoreText(was), scoreText(is));
    }
    QString all = texts.join(QStringLiteral(", "));
    if (!all.isEmpty())
        all[0] = all[0].toUpper();
    return all;
}

void CourseModel::setFormat(const Format& format) {
    format_ = format;
    if (!course_.steps.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void CourseModel::setCourse(ScoreCourse course) {
    beginResetModel();
    course_ = std::move(course);
    endResetModel();
}

const CourseStep* CourseModel::stepAt(const QModelIndex& index) const {
    return index.isValid() && checkIndex(index)
               ? &course_.steps[course_.steps.size() - 1 - static_cast<size_t>(index.row())]
               : nullptr;
}

QModelIndex CourseModel::indexOf(size_t step) const {
    return index(static_cast<int>(course_.steps.size() - 1 - step));
}

QDate CourseModel::dayOfStep(const CourseStep& step) const {
    return dayOf(step.at, format_.zone());
}

QString CourseModel::asText() const {
    QStringList lines;
    for (const CourseStep& step : course_.steps)
        lines << line(step);
    return lines.join(u'\n');
}

int CourseModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(course_.steps.size());
}

QVariant CourseModel::data(const QModelIndex& index, int role) const {
    const CourseStep* step = stepAt(index);
    if (step == nullptr)
        return {};
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return line(*step);
        case WhenRole:
            return format_.day(dayOfStep(*step));
        case TitleRole:
            return step->text;
        case SnippetRole:
            return moves(*step);
        case VerdictRole:
            return step->kind == StepKind::Records && course_.changesVerdict(*step)
                       ? QVariant(static_cast<int>(course_.points[step->after].computed))
                       : QVariant();
        case JudgedRole:
            return step->kind == StepKind::Judgement;
        case EventsRole: {
            QList<qint64> ids;
            for (const EventId event : step->events)
                ids << event.value();
            return QVariant::fromValue(ids);
        }
        default:
            return {};
    }
}

QString CourseModel::moves(const CourseStep& step) const {
    return scoreMoves(course_.points[step.before], course_.points[step.after]);
}

QString CourseModel::line(const CourseStep& step) const {
    const QString moved = moves(step);
    return tr("%1: %2").arg(format_.day(dayOfStep(step)), step.text) +
           (moved.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(moved));
}

}  // namespace goodfaith::items
