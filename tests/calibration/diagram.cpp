// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/calibration/report.h"

#include <algorithm>
#include <cmath>

namespace goodfaith::calibration {
namespace {

constexpr int side = 320;  // of the square
constexpr int left = 56;
constexpr int top = 36;
constexpr int gap = 90;

double across(double probability) {
    return probability * side;
}

QString line(double x1, double y1, double x2, double y2, const char* look) {
    return QStringLiteral("<line x1=\"%1\" y1=\"%2\" x2=\"%3\" y2=\"%4\" %5/>\n")
        .arg(x1, 0, 'f', 1)
        .arg(y1, 0, 'f', 1)
        .arg(x2, 0, 'f', 1)
        .arg(y2, 0, 'f', 1)
        .arg(QLatin1String(look));
}

QString words(double x, double y, const QString& text, const char* anchor = "middle") {
    return QStringLiteral("<text x=\"%1\" y=\"%2\" text-anchor=\"%3\">%4</text>\n")
        .arg(x, 0, 'f', 1)
        .arg(y, 0, 'f', 1)
        .arg(QLatin1String(anchor), text);
}

QString axes(const QString& title) {
    QString svg = QStringLiteral(
                      "<rect width=\"%1\" height=\"%1\" fill=\"none\" "
                      "stroke=\"#777777\"/>\n")
                      .arg(side);
    svg += line(0, side, side, 0, "stroke=\"#999999\" stroke-dasharray=\"4 4\"");
    for (int tenth = 0; tenth <= 10; tenth += 2) {
        const double place = across(tenth / 10.0);
        svg += words(place, side + 18, QStringLiteral("%1 %").arg(tenth * 10));
        svg += words(-8, side - place + 4, QStringLiteral("%1 %").arg(tenth * 10), "end");
    }
    svg += words(side / 2.0, -14, title);
    return svg + words(side / 2.0, side + 38, QStringLiteral("said (across), true (up)"));
}

// The greater the circle, the more customers.
QString point(const Bin& bin) {
    const Share& share = bin.pattern;
    if (share.all == 0)
        return {};
    const double x = across(bin.said);
    const double radius = 2 + std::min(std::sqrt(double(share.all)) / 4, 8.0);
    return line(x, side - across(share.low()), x, side - across(share.high()),
                "stroke=\"#0072b2\" stroke-width=\"1.5\"") +
           QStringLiteral("<circle cx=\"%1\" cy=\"%2\" r=\"%3\" fill=\"#0072b2\"/>\n")
               .arg(x, 0, 'f', 1)
               .arg(side - across(share.value()), 0, 'f', 1)
               .arg(radius, 0, 'f', 1);
}

}  // namespace

QString diagramOf(const std::vector<Sample>& samples) {
    const int width = left + int(samples.size()) * (side + gap);
    QString svg = QStringLiteral(
                      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" "
                      "height=\"%2\" font-family=\"sans-serif\" font-size=\"12\" "
                      "fill=\"#555555\">\n<rect width=\"%1\" height=\"%2\" "
                      "fill=\"#ffffff\"/>\n")
                      .arg(width)
                      .arg(top + side + 56);
    for (size_t i = 0; i < samples.size(); ++i) {
        svg += QStringLiteral("<g transform=\"translate(%1,%2)\">\n")
                   .arg(left + int(i) * (side + gap))
                   .arg(top);
        svg += axes(samples[i].title);
        for (const Bin& bin : reliabilityOf(samples[i].all()))
            svg += point(bin);
        svg += QStringLiteral("</g>\n");
    }
    return svg + QStringLiteral("</svg>\n");
}

}  // namespace goodfaith::calibration
