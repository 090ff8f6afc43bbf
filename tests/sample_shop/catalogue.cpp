// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sample_shop/catalogue.h"

namespace goodfaith::sample_shop {
namespace {

constexpr Product products[] = {
    {"LMP-101", "Fenwick brass table lamp", "lamp", 6900, true, true},
    {"LMP-102", "Fenwick brass floor lamp", "floor lamp", 14900, true, true},
    {"LMP-103", "Tarn glass table lamp, smoke", "lamp", 5450, true, true},
    {"LMP-104", "Tarn glass table lamp, amber", "lamp", 5450, true, true},
    {"LMP-105", "Calder reading lamp, black", "reading lamp", 4200, false, true},
    {"LMP-106", "Calder reading lamp, sage", "reading lamp", 4200, false, true},
    {"LMP-107", "Orrin clip lamp", "clip lamp", 1995, false, true},
    {"LMP-108", "Moth night light", "night light", 1450, false, true},
    {"LMP-109", "Ridley tripod floor lamp", "tripod lamp", 17900, true, true},
    {"LMP-110", "Wren desk lamp, dimmable", "desk lamp", 5900, false, true},
    {"LMP-111", "Wren desk lamp, USB-C", "desk lamp", 6400, false, true},
    {"LMP-112", "Pebble rechargeable lamp", "rechargeable lamp", 3900, false, true},
    {"PND-201", "Harbour pendant, enamel white", "pendant", 7900, true, true},
    {"PND-202", "Harbour pendant, enamel green", "pendant", 7900, true, true},
    {"PND-203", "Opal globe pendant 20 cm", "globe pendant", 8900, true, true},
    {"PND-204", "Opal globe pendant 30 cm", "globe pendant", 11900, true, true},
    {"PND-205", "Rattan shade pendant", "rattan shade", 6500, false, true},
    {"PND-206", "Three-arm chandelier Ansel", "chandelier", 24900, true, true},
    {"BLB-301", "Filament bulb E27 warm, 3 pack", "bulbs", 1350, true, true},
    {"BLB-302", "Filament bulb E14 candle, 4 pack", "candle bulbs", 1450, true, true},
    {"BLB-303", "Dimmable LED bulb E27", "bulb", 695, true, true},
    {"BLB-304", "Smart bulb E27 colour", "smart bulb", 1895, true, true},
    {"SHD-401", "Linen drum shade 30 cm", "lampshade", 2900, false, false},
    {"SHD-402", "Linen drum shade 40 cm", "lampshade", 3600, false, false},
    {"SHD-403", "Pleated shade, rose", "lampshade", 3400, false, false},
    {"KIT-501", "Stoneware teapot 1.2 l", "teapot", 3800, true, false},
    {"KIT-502", "Stoneware mug, set of 4", "mugs", 3200, true, false},
    {"KIT-503", "Stoneware dinner plates, set of 4", "plates", 4400, true, false},
    {"KIT-504", "Ash chopping board", "chopping board", 2600, false, false},
    {"KIT-505", "Cast iron casserole 4 l", "casserole", 8900, false, false},
    {"KIT-506", "Electric kettle Brook 1.5 l", "kettle", 6200, false, true},
    {"KIT-507", "Hand-blown water carafe", "carafe", 2700, true, false},
    {"KIT-508", "Wine glasses, set of 6", "wine glasses", 4100, true, false},
    {"KIT-509", "Kitchen scale, slate", "scale", 2450, false, true},
    {"KIT-510", "Pepper mill, beech", "pepper mill", 2200, false, false},
    {"TXT-601", "Lambswool throw, oat", "throw", 7200, false, false},
    {"TXT-602", "Lambswool throw, heather", "throw", 7200, false, false},
    {"TXT-603", "Linen bedding set, double", "bedding", 13900, false, false},
    {"TXT-604", "Linen bedding set, king", "bedding", 15900, false, false},
    {"TXT-605", "Waffle bath towels, pair", "towels", 3300, false, false},
    {"TXT-606", "Cushion cover, ticking stripe", "cushion cover", 1900, false, false},
    {"TXT-607", "Feather cushion pad 50 cm", "cushion", 1600, false, false},
    {"TXT-608", "Jute rug 120 x 180", "rug", 9800, false, false},
    {"TXT-609", "Door mat, coir", "door mat", 2400, false, false},
    {"DEC-701", "Round mirror 60 cm, oak", "mirror", 8700, true, false},
    {"DEC-702", "Round mirror 80 cm, oak", "mirror", 12400, true, false},
    {"DEC-703", "Wall clock, station", "wall clock", 4900, true, false},
    {"DEC-704", "Ceramic vase, tall", "vase", 3500, true, false},
    {"DEC-705", "Ceramic vase, bud", "bud vase", 1400, true, false},
    {"DEC-706", "Picture frame A3, walnut", "picture frame", 2800, true, false},
    {"DEC-707", "Beeswax candles, 6", "candles", 1800, false, false},
    {"DEC-708", "Candle holder, pewter", "candle holder", 2150, false, false},
    {"STG-801", "Seagrass basket, large", "basket", 3900, false, false},
    {"STG-802", "Coat hooks, cast, 5", "coat hooks", 2700, false, false},
    {"STG-803", "Folding laundry airer, beech", "airer", 6800, false, false},
    {"STG-804", "Bread bin, cream", "bread bin", 3400, false, false},
    {"STG-805", "Shoe bench, oak", "shoe bench", 16900, false, false},
    {"ELC-901", "Aroma diffuser Loam", "diffuser", 4500, true, true},
    {"ELC-902", "Heated throw, grey", "heated throw", 7900, false, true},
    {"ELC-903", "Bluetooth shelf radio", "radio", 9900, false, true},
};

// The first one is badCarrier().
constexpr Carrier carrierTable[] = {
    {"FastPost", "FP", 420},
    {"NorthParcel", "NP", 380},
    {"Kestrel Couriers", "KC", 200},
};

}  // namespace

std::span<const Product> catalogue() {
    return products;
}

const Product& faultyProduct() {
    return products[11];
}

bool isFromFaultyBatch(const Product& product, QDate orderedOn) {
    return &product == &faultyProduct() && orderedOn >= QDate(2026, 4, 6) &&
           orderedOn <= QDate(2026, 7, 5);
}

std::span<const Carrier> carriers() {
    return carrierTable;
}

const Carrier& badCarrier() {
    return carrierTable[0];
}

bool isBadQuarter(QDate day) {
    return day >= QDate(2026, 1, 5) && day <= QDate(2026, 3, 31);
}

}  // namespace goodfaith::sample_shop
