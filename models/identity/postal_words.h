// SPDX-License-Identifier: GPL-3.0-or-later
// Words of postal addresses and how they are shortened, after folding. Data of postal_address.cpp:
// a further language is further lines. From the USPS (Publication 28, appendix C), the Royal Mail,
// DIN 5008, La Poste (SNA) and Correos, the common ones only.
#pragma once

#include <QLatin1String>

#include <array>
#include <utility>

namespace goodfaith::identity {

using ShortWord = std::pair<QLatin1String, QLatin1String>;

// A whole word.
inline constexpr auto shortWords = std::to_array<ShortWord>({
    // English
    {QLatin1String("st"), QLatin1String("street")},
    {QLatin1String("str"), QLatin1String("street")},
    {QLatin1String("rd"), QLatin1String("road")},
    {QLatin1String("ave"), QLatin1String("avenue")},
    {QLatin1String("av"), QLatin1String("avenue")},
    {QLatin1String("aven"), QLatin1String("avenue")},
    {QLatin1String("avn"), QLatin1String("avenue")},
    {QLatin1String("dr"), QLatin1String("drive")},
    {QLatin1String("drv"), QLatin1String("drive")},
    {QLatin1String("ln"), QLatin1String("lane")},
    {QLatin1String("ct"), QLatin1String("court")},
    {QLatin1String("crt"), QLatin1String("court")},
    {QLatin1String("cl"), QLatin1String("close")},
    {QLatin1String("cres"), QLatin1String("crescent")},
    {QLatin1String("cr"), QLatin1String("crescent")},
    {QLatin1String("crs"), QLatin1String("crescent")},
    {QLatin1String("cct"), QLatin1String("circuit")},
    {QLatin1String("circ"), QLatin1String("circuit")},
    {QLatin1String("pde"), QLatin1String("parade")},
    {QLatin1String("gdns"), QLatin1String("gardens")},
    {QLatin1String("gr"), QLatin1String("grove")},
    {QLatin1String("hwy"), QLatin1String("highway")},
    {QLatin1String("pkwy"), QLatin1String("parkway")},
    {QLatin1String("tce"), QLatin1String("terrace")},
    {QLatin1String("ter"), QLatin1String("terrace")},
    {QLatin1String("terr"), QLatin1String("terrace")},
    {QLatin1String("sq"), QLatin1String("square")},
    {QLatin1String("wy"), QLatin1String("way")},
    {QLatin1String("mt"), QLatin1String("mount")},
    {QLatin1String("nth"), QLatin1String("north")},
    {QLatin1String("sth"), QLatin1String("south")},
    // French
    {QLatin1String("bd"), QLatin1String("boulevard")},
    {QLatin1String("bld"), QLatin1String("boulevard")},
    {QLatin1String("blvd"), QLatin1String("boulevard")},
    {QLatin1String("all"), QLatin1String("allee")},
    {QLatin1String("imp"), QLatin1String("impasse")},
    {QLatin1String("pl"), QLatin1String("place")},
    {QLatin1String("fbg"), QLatin1String("faubourg")},
    {QLatin1String("chem"), QLatin1String("chemin")},
    {QLatin1String("rte"), QLatin1String("route")},
    {QLatin1String("ste"), QLatin1String("sainte")},
    // Spanish and Portuguese
    {QLatin1String("c"), QLatin1String("calle")},
    {QLatin1String("avda"), QLatin1String("avenida")},
    {QLatin1String("avd"), QLatin1String("avenida")},
    {QLatin1String("pza"), QLatin1String("plaza")},
    {QLatin1String("plza"), QLatin1String("plaza")},
    {QLatin1String("ctra"), QLatin1String("carretera")},
    {QLatin1String("pso"), QLatin1String("paseo")},
    {QLatin1String("urb"), QLatin1String("urbanizacion")},
    // Italian
    {QLatin1String("vle"), QLatin1String("viale")},
    {QLatin1String("pzza"), QLatin1String("piazza")},
    {QLatin1String("cso"), QLatin1String("corso")},
    // German
    {QLatin1String("strasse"), QLatin1String("street")},
    {QLatin1String("strase"), QLatin1String("street")},
    {QLatin1String("straat"), QLatin1String("street")},
    {QLatin1String("gata"), QLatin1String("street")},
    {QLatin1String("gatan"), QLatin1String("street")},
    // Nordic
    {QLatin1String("vagen"), QLatin1String("vag")},
    {QLatin1String("vej"), QLatin1String("vag")},
    {QLatin1String("vei"), QLatin1String("vag")},
    {QLatin1String("veien"), QLatin1String("vag")},
});

// The end of a word: "Hauptstr." is "Hauptstraße". The longer ones first.
inline constexpr auto shortEndings = std::to_array<ShortWord>({
    {QLatin1String("strasse"), QLatin1String("street")},
    {QLatin1String("straat"), QLatin1String("street")},
    {QLatin1String("gatan"), QLatin1String("street")},
    {QLatin1String("str"), QLatin1String("street")},
    {QLatin1String("pl"), QLatin1String("platz")},
    {QLatin1String("vagen"), QLatin1String("vag")},
    {QLatin1String("veien"), QLatin1String("vag")},
});

// A part of a house: it and what follows it say where inside.
inline constexpr auto unitWords = std::to_array<QLatin1String>({
    QLatin1String("apartment"), QLatin1String("appartement"), QLatin1String("appt"),
    QLatin1String("apt"),       QLatin1String("door"),        QLatin1String("dpto"),
    QLatin1String("etage"),     QLatin1String("flat"),        QLatin1String("floor"),
    QLatin1String("interno"),   QLatin1String("level"),       QLatin1String("piso"),
    QLatin1String("room"),      QLatin1String("scala"),       QLatin1String("stiege"),
    QLatin1String("suite"),     QLatin1String("tur"),         QLatin1String("unit"),
    QLatin1String("whg"),       QLatin1String("wohnung"),     QLatin1String("no"),
    QLatin1String("nr"),        QLatin1String("num"),         QLatin1String("numero"),
});

// Of these, the ones that merely announce the house number.
inline constexpr auto numberWords = std::to_array<QLatin1String>({
    QLatin1String("no"),
    QLatin1String("nr"),
    QLatin1String("num"),
    QLatin1String("numero"),
});

}  // namespace goodfaith::identity
