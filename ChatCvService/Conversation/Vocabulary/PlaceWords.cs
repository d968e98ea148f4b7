using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ChatCvService.Conversation.Vocabulary;

/// <summary>Countries, regions and cities large enough to be named without a word that says so.</summary>
internal static class PlaceWords
{
    private static readonly FrozenSet<string> Names = WordList.Of("""
        afghanistan, albania, algeria, angola, argentina, armenia, australia, austria, azerbaijan, bahrain, bangladesh, belarus, belgium, benin, bolivia, bosnia, botswana, brazil, brasil, bulgaria, burkina faso, cambodia, cameroon, canada, chad, chile, china, colombia,
        congo, costa rica, croatia, cuba, cyprus, czech republic, czechia, denmark, dominican republic, ecuador, egypt, el salvador, england, eritrea, estonia, ethiopia, fiji, finland, france, gambia, georgia, germany, deutschland, ghana, greece, guatemala, guinea, guyana, haiti,
        honduras, hong kong, hungary, iceland, india, indonesia, iran, iraq, ireland, israel, italy, italia, ivory coast, jamaica, japan, jordan, kazakhstan, kenya, kosovo, kuwait, laos, latvia, lebanon, liberia, libya, lithuania, luxembourg, madagascar, malawi, malaysia, mali, malta,
        mauritius, mexico, moldova, mongolia, montenegro, morocco, mozambique, myanmar, namibia, nepal, netherlands, the netherlands, new zealand, nicaragua, niger, nigeria, north macedonia, northern ireland, norway, oman, pakistan, palestine, panama, paraguay, peru, philippines, the philippines, poland,
        portugal, puerto rico, qatar, romania, russia, rwanda, saudi arabia, scotland, senegal, serbia, sierra leone, singapore, slovakia, slovenia, somalia, south africa, south korea, korea, spain, españa, sri lanka, sudan, sweden, switzerland, syria, taiwan, tanzania, thailand, togo, trinidad, tunisia,
        turkey, türkiye, turkmenistan, uganda, ukraine, united arab emirates, uae, united kingdom, uk, u.k., united states, usa, u.s., u.s.a., uruguay, uzbekistan, venezuela, vietnam, wales, yemen, zambia, zimbabwe,
        alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey,
        new mexico, new york, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia, washington, west virginia, wisconsin, wyoming, ontario, quebec, alberta, manitoba, saskatchewan, nova scotia, new brunswick, british columbia,
        victoria, queensland, new south wales, western australia, south australia, tasmania, bavaria, catalonia, andalusia, tuscany, lombardy, kerala, punjab, maharashtra, karnataka, tamil nadu, gujarat, telangana, west bengal, uttar pradesh,
        amsterdam, ankara, antwerp, athens, atlanta, auckland, austin, baltimore, bangalore, bengaluru, bangkok, barcelona, basel, beijing, beirut, belfast, belgrade, berlin, bern, bilbao, birmingham, bogota, bologna, bonn, bordeaux, boston, bradford, bratislava, brighton, brisbane, bristol, brno, brooklyn, brussels, bucharest, budapest, buenos aires,
        buffalo, cairo, calgary, cambridge, cape town, cardiff, casablanca, charlotte, chennai, chicago, cincinnati, cleveland, cologne, columbus, copenhagen, cork, dakar, dallas, delhi, denver, detroit, dhaka, doha, dortmund, dresden, dubai, dublin, durban, dusseldorf, düsseldorf, edinburgh, edmonton, essen, florence, frankfurt, galway, gdansk, geneva, genoa, ghent,
        glasgow, gothenburg, graz, guadalajara, hamburg, hamilton, hannover, hanoi, helsinki, ho chi minh city, houston, hyderabad, indianapolis, islamabad, istanbul, izmir, jacksonville, jakarta, johannesburg, kampala, kansas city, karachi, kathmandu, kiev, kyiv, kigali, kobe, kolkata, krakow, kraków, kuala lumpur, kyoto, lagos, lahore, las vegas, lausanne, leeds, leicester, leipzig, lille, lima, limerick, linz,
        lisbon, liverpool, ljubljana, london, los angeles, louisville, lyon, madrid, malaga, malmo, malmö, manchester, manila, marrakech, marseille, medellin, melbourne, memphis, miami, milan, milano, milwaukee, minneapolis, minsk, mombasa, montevideo, montpellier, montreal, moscow, mumbai, munich, münchen, nagoya, nairobi, nantes, naples, nashville, newcastle, new delhi, new orleans, new york city, nice, nottingham,
        oakland, omaha, orlando, osaka, oslo, ottawa, oxford, palermo, panama city, paris, perth, philadelphia, phoenix, pittsburgh, plymouth, porto, portland, portsmouth, poznan, prague, praha, pune, quito, rabat, raleigh, reading, recife, reykjavik, riga, rio de janeiro, riyadh, rome, roma, rotterdam, sacramento, saint louis, salt lake city, salzburg, san antonio, san diego, san francisco, san jose,
        santiago, sao paulo, são paulo, sapporo, sarajevo, seattle, seoul, seville, shanghai, sheffield, shenzhen, sofia, southampton, st louis, st. louis, stockholm, strasbourg, stuttgart, sydney, taipei, tallinn, tampa, tbilisi, tehran, tel aviv, the hague, tijuana, tirana, tokyo, toledo, torino, toronto, toulouse, tucson, tulsa, tunis, turin, utrecht, valencia, vancouver, venice, verona, vienna, wien, vilnius, warsaw, warszawa,
        washington dc, washington d.c., wellington, winnipeg, wroclaw, yokohama, zagreb, zurich, zürich, accra, addis ababa, abuja, abu dhabi, algiers, almaty, amman, baghdad, baku, cebu, colombo, dar es salaam, guangzhou, harare, havana, hong kong, kinshasa, kingston, lusaka, maputo, monterrey, muscat, rawalpindi, sharjah, tripoli, yerevan, nyc, la, brooklyn, queens, bronx, manhattan
        """);

    private static readonly FrozenSet<string> Codes = WordList.Of("""
        AL, AK, AZ, AR, CA, CO, CT, DE, FL, GA, HI, ID, IL, IN, IA, KS, KY, LA, ME, MD, MA, MI, MN, MS, MO, MT, NE, NV, NH, NJ, NM, NY, NC, ND, OH, OK, OR, PA, RI, SC, SD, TN, TX, UT, VT, VA, WA, WV, WI, WY, DC,
        ON, QC, BC, AB, MB, SK, NS, NB, NL, PE, NSW, QLD, VIC, TAS, ACT, UK, US, USA, UAE, NZ, EU, DE, FR, ES, IT, CH, AT
        """);

    private static readonly FrozenSet<string> Plain = Names.Select(WithoutAccents).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsPlace(string text) => Names.Contains(text.Trim()) || Plain.Contains(WithoutAccents(text.Trim()));

    public static bool IsCode(string text) => text.Length is 2 or 3 && text.All(char.IsUpper) && Codes.Contains(text);

    /// <summary>"Boston, MA", "Lyon, France", "chicago IL": at least one part is a place that everybody knows.</summary>
    public static bool HasPlace(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > 4 || parts.Any(part => part.Split(' ').Length > 4))
            return false;
        return IsPlace(text) || parts.Any(IsPlace) || (parts.Length > 1 && IsCode(parts[^1])) || TwoPlaces(text);
    }

    /// <summary>Behind an employer one to three words with capitals are its town, also when no list knows it.</summary>
    public static bool IsPlaceLike(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= 3 && words.All(word => char.IsUpper(word[0]) && word.Any(char.IsLower) && word.All(c => char.IsLetter(c) || c is '-' or '\'' or '.'))
            && !TitleWords.IsTitle(text) && !OrganisationWords.HasFirm(text) && !OrganisationWords.HasSchool(text) && !SoftwareWords.IsSoftware(text) && !ActionVerbs.IsAction(words[0])
            && !words.Any(CommonWords.Contains);
    }

    // Montréal and Montreal are one place.
    private static string WithoutAccents(string text) =>
        new([.. text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)]);

    // "brooklyn new york", "Chicago IL".
    private static bool TwoPlaces(string text)
    {
        for (var space = text.IndexOf(' ', StringComparison.Ordinal); space > 0; space = text.IndexOf(' ', space + 1))
        {
            var rest = text[(space + 1)..].Trim();
            if (IsPlace(text[..space].TrimEnd(',')) && (IsPlace(rest) || IsCode(rest.ToUpperInvariant())))
                return true;
            if (IsCode(rest) && text[..space].Split(' ').Length <= 2 && char.IsUpper(text[0]))
                return true;
        }

        return false;
    }
}
