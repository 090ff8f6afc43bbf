// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of a calibration as a page of Markdown and a diagram.
#pragma once

#include "models/scoring/weights.h"
#include "tests/calibration/figures.h"
#include "tests/calibration/weight_fit.h"

namespace goodfaith::calibration {

// A kind of shop, by seed.
struct Sample {
    QString title;
    QString what;  // one sentence
    std::vector<ShopSetting> settings;
    std::vector<std::vector<Outcome>> shops;
    ReadingQuality reading;
    Contacts contacts;

    std::vector<Outcome> all() const;
};
Sample sampleOf(const QString& title, const QString& what, std::vector<ShopSetting> settings);

QString reportOf(const std::vector<Sample>& samples, const Beliefs& beliefs);
// An SVG: what was said against what is true, with intervals, for each sample.
QString diagramOf(const std::vector<Sample>& samples);

}  // namespace goodfaith::calibration
