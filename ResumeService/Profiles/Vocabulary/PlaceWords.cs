using System.Collections.Frozen;
using ResumeService.Profiles.Lines;

namespace ResumeService.Profiles.Vocabulary;

/// <summary>Places as resumes name them; folded. A list of the larger ones: smaller towns are known by the state or country behind them.</summary>
internal static class PlaceWords
{
    private static readonly FrozenSet<string> Regions = WordList.Phrases(
        """
        al, ak, az, ar, ca, co, ct, de, fl, ga, hi, id, il, in, ia, ks, ky, la, me, md, ma, mi, mn, ms, mo, mt, ne, nv, nh, nj, nm, ny, nc, nd, oh, ok, or, pa, ri, sc, sd, tn, tx, ut, vt, va, wa, wv, wi, wy, dc, d.c, pr
        ab, bc, mb, nb, nl, ns, nt, on, pe, qc, sk, yt, nsw, vic, qld, act
        alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, missouri
        montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia, west virginia, wisconsin, wyoming
        ontario, quebec, british columbia, alberta, manitoba, saskatchewan, nova scotia, new brunswick, newfoundland, new south wales, victoria, queensland, tasmania, south australia, western australia
        england, scotland, wales, northern ireland, bavaria, bayern, hessen, sachsen, nrw, catalonia, cataluna, andalucia, lombardia, karnataka, maharashtra, tamil nadu, telangana, kerala, gujarat, punjab, haryana, uttar pradesh, west bengal, lagos state, gauteng, western cape
        """);

    private static readonly FrozenSet<string> Countries = WordList.Phrases(
        """
        usa, us, u.s, u.s.a, united states, united states of america, uk, u.k, united kingdom, great britain, gb, ireland, canada, mexico, brazil, brasil, argentina, chile, colombia, peru, uruguay, ecuador, venezuela, costa rica, panama, guatemala, bolivia, paraguay, cuba, dominican republic, jamaica
        germany, deutschland, france, spain, espana, portugal, italy, italia, netherlands, the netherlands, holland, nederland, belgium, luxembourg, switzerland, schweiz, austria, osterreich, denmark, danmark, norway, norge, sweden, sverige, finland, suomi, iceland, poland, polska, czech republic, czechia, slovakia, hungary, romania
        bulgaria, greece, cyprus, malta, croatia, slovenia, serbia, bosnia, montenegro, albania, north macedonia, kosovo, ukraine, belarus, russia, moldova, lithuania, latvia, estonia, turkey, turkiye, georgia, armenia, azerbaijan, kazakhstan, uzbekistan
        china, prc, hong kong, taiwan, japan, south korea, korea, india, pakistan, bangladesh, sri lanka, nepal, indonesia, malaysia, singapore, thailand, vietnam, philippines, cambodia, myanmar, mongolia, australia, new zealand
        israel, palestine, jordan, lebanon, syria, iraq, iran, saudi arabia, uae, united arab emirates, qatar, kuwait, bahrain, oman, yemen, egypt, libya, tunisia, algeria, morocco, sudan, ethiopia, kenya, uganda, tanzania, rwanda, ghana, nigeria, cameroon, senegal, ivory coast, south africa, zimbabwe, zambia, botswana, namibia, mozambique, angola, mauritius
        europe, emea, apac, latam
        """);

    private static readonly FrozenSet<string> Cities = WordList.Phrases(
        """
        new york, new york city, nyc, brooklyn, manhattan, los angeles, chicago, houston, phoenix, philadelphia, san antonio, san diego, dallas, san jose, austin, jacksonville, fort worth, columbus, charlotte, indianapolis, san francisco, seattle, denver, washington, boston, el paso, nashville, detroit, oklahoma city, portland, las vegas
        memphis, louisville, baltimore, milwaukee, albuquerque, tucson, fresno, sacramento, mesa, atlanta, kansas city, colorado springs, omaha, raleigh, miami, long beach, virginia beach, oakland, minneapolis, tulsa, tampa, arlington, new orleans, wichita, cleveland, bakersfield, aurora, anaheim, honolulu, santa ana, riverside, irvine, orlando, pittsburgh
        st. louis, st louis, cincinnati, anchorage, newark, durham, plano, buffalo, madison, boise, richmond, baton rouge, spokane, des moines, tacoma, salt lake city, huntsville, providence, santa clara, sunnyvale, palo alto, mountain view, menlo park, cupertino, redwood city, cambridge, berkeley, santa monica, pasadena, boulder, ann arbor, scottsdale, bellevue, redmond, princeton, hartford, albany, rochester, syracuse
        toronto, montreal, vancouver, calgary, ottawa, edmonton, winnipeg, quebec city, hamilton, halifax, waterloo, mississauga, victoria
        london, manchester, birmingham, leeds, glasgow, edinburgh, liverpool, bristol, sheffield, newcastle, nottingham, cardiff, belfast, leicester, oxford, brighton, reading, southampton, york, bath, exeter, aberdeen, dublin, cork, galway, limerick
        berlin, hamburg, munich, munchen, cologne, koln, frankfurt, frankfurt am main, stuttgart, dusseldorf, dortmund, essen, leipzig, bremen, dresden, hannover, nuremberg, nurnberg, bonn, mannheim, karlsruhe, heidelberg, freiburg, vienna, wien, graz, salzburg, linz, zurich, geneva, geneve, basel, bern, lausanne
        paris, lyon, marseille, toulouse, nice, nantes, strasbourg, bordeaux, lille, rennes, grenoble, brussels, bruxelles, antwerp, ghent, amsterdam, rotterdam, the hague, utrecht, eindhoven, delft, madrid, barcelona, valencia, sevilla, seville, malaga, bilbao, zaragoza, lisbon, lisboa, porto, rome, roma, milan, milano, turin, torino, naples, napoli, bologna, florence, firenze, venice
        copenhagen, aarhus, stockholm, gothenburg, malmo, uppsala, oslo, bergen, trondheim, helsinki, espoo, tampere, reykjavik, warsaw, warszawa, krakow, wroclaw, gdansk, poznan, lodz, prague, praha, brno, budapest, bucharest, cluj-napoca, sofia, athens, zagreb, ljubljana, belgrade, kyiv, kiev, lviv, minsk, moscow, saint petersburg, vilnius, riga, tallinn, istanbul, ankara, izmir
        beijing, shanghai, shenzhen, guangzhou, hangzhou, chengdu, nanjing, wuhan, xi'an, suzhou, tianjin, hong kong, taipei, tokyo, osaka, kyoto, yokohama, seoul, busan, mumbai, delhi, new delhi, bangalore, bengaluru, hyderabad, chennai, pune, kolkata, ahmedabad, noida, gurgaon, gurugram, jaipur, kochi, karachi, lahore, islamabad, dhaka, colombo, kathmandu, jakarta, bandung, kuala lumpur, singapore, bangkok, hanoi, ho chi minh city, manila, cebu
        sydney, melbourne, brisbane, perth, adelaide, canberra, hobart, auckland, wellington, christchurch, tel aviv, jerusalem, haifa, dubai, abu dhabi, doha, riyadh, jeddah, amman, beirut, cairo, alexandria, tunis, algiers, casablanca, rabat, addis ababa, nairobi, kampala, kigali, accra, lagos, abuja, dakar, johannesburg, cape town, durban, pretoria
        mexico city, guadalajara, monterrey, sao paulo, rio de janeiro, brasilia, belo horizonte, porto alegre, buenos aires, cordoba, santiago, bogota, medellin, lima, quito, caracas, montevideo, san juan, havana
        北京, 上海, 深圳, 广州, 杭州, 成都, 南京, 武汉, 西安, 苏州, 天津, 重庆, 香港, 台北, 东京, 厦门, 长沙
        """);

    private static readonly FrozenSet<string> Modes = WordList.Phrases("remote, hybrid, on-site, onsite, on site, fully remote, remote work, telecommute, home office, full-time, full time, part-time, part time, contract, permanent, temporary, fixed-term, seasonal, vollzeit, teilzeit, temps plein, cdi, cdd, jornada completa, 全职, 兼职, 远程");

    public static bool IsRegion(string text) => Regions.Contains(Key(text)) || Countries.Contains(Key(text));

    /// <summary>"Remote", "Full-time": says how or where one worked, not for whom.</summary>
    public static bool IsMode(string text) => Modes.Contains(Key(text)) || (text.StartsWith("Remote", StringComparison.OrdinalIgnoreCase) && text.Length < 30);

    /// <summary>A known city, region, country or way of working, alone.</summary>
    public static bool IsKnown(string text)
    {
        var key = Key(text);
        // Two-letter regions are words and initials elsewhere ("IN", "OR"): they must be printed in capitals.
        if (key.Length <= 2 && text.Any(char.IsLower))
            return false;

        if (Regions.Contains(key) || Countries.Contains(key) || Cities.Contains(key) || Modes.Contains(key))
            return true;

        return TextShape.HasCjk(text) && text.Length <= 5 && (text[^1] is '市' or '省' or '区') ;
    }

    /// <summary>"Austin, TX", "Leeds, United Kingdom", "94043 Mountain View, CA", "Berlin", "Remote".</summary>
    public static bool IsPlace(string text)
    {
        if (text.Length is < 2 or > 80)
            return false;

        if (IsKnown(text) || IsMode(text))
            return true;

        var parts = text.Split([',', '/', '|', '·', '(', ')'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length < 2)
            return EndsWithRegion(text) || EndsWithUkPostcode(text);

        var last = parts[^1];
        if (IsMode(last))
            return parts[..^1].All(part => IsKnown(part) || IsMode(part));

        return parts.Length <= 4 && parts.All(part => part.Split(' ').Length <= 4) && (IsKnown(last) || EndsWithRegion(last)) && parts.All(part => char.IsUpper(part[0]) || char.IsDigit(part[0]) || TextShape.IsCjk(part[0]));
    }

    /// <summary>"CA 94588" and "Berlin 10115", "10115 Berlin": a place with its postal code.</summary>
    private static bool EndsWithRegion(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 5 || !words.Any(word => word.Length >= 4 && word.All(c => char.IsAsciiDigit(c) || c == '-') && char.IsAsciiDigit(word[0])))
            return false;

        var rest = string.Join(' ', words.Where(word => !word.Any(char.IsDigit)));
        return IsKnown(rest) || (rest.Split(' ') is [.., var last] && last.Length == 2 && IsKnown(last));
    }

    /// <summary>"Leeds LS1", "Leeds LS1 4AB".</summary>
    private static bool EndsWithUkPostcode(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var codes = words.Length > 2 && IsInwardCode(words[^1]) ? 2 : 1;
        return words.Length > codes && IsOutwardCode(words[^codes]) && IsKnown(string.Join(' ', words[..^codes]));
    }

    private static bool IsOutwardCode(string word) => word.Length is >= 2 and <= 4 && char.IsAsciiLetterUpper(word[0]) && word.Any(char.IsAsciiDigit) && word.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));

    private static bool IsInwardCode(string word) => word.Length == 3 && char.IsAsciiDigit(word[0]) && char.IsAsciiLetterUpper(word[1]) && char.IsAsciiLetterUpper(word[2]);

    private static string Key(string text) => TextShape.Fold(text.Trim(' ', '.', ',', '(', ')'));
}
