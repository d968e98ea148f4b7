using System.Collections.Frozen;

namespace ChatCvService.Conversation.Vocabulary;

/// <summary>Tells a job title from other noun phrases by its head: the last word, or the last one before "of" or "for".</summary>
internal static class TitleWords
{
    private static readonly FrozenSet<string> Heads = WordList.Of("""
        accountant, actor, actress, actuary, administrator, admin, adviser, advisor, agent, aide, ambassador, analyst, anaesthetist, apprentice, architect, artist, assistant, associate, astronomer,
        attendant, attorney, auditor, au pair, author, babysitter, baker, banker, barber, barista, barman, bartender, beautician, biologist, boss, bookkeeper, bricklayer, broker, builder, butcher, buyer, captain, caregiver,
        caretaker, carer, carpenter, cashier, ceo, cto, cfo, coo, cmo, chauffeur, chef, chemist, chief, chiropractor, cleaner, clerk, coach, co-founder, cofounder, coder, collector, commander, commis,
        composer, concierge, conductor, consultant, contractor, controller, cook, coordinator, co-ordinator, copywriter, counsel, counsellor, counselor, courier, curator, custodian, dancer, dba, dealer, dentist, deputy,
        designer, detective, developer, dietitian, dietician, director, dispatcher, doctor, dressmaker, driver, economist, editor, educator, electrician, engineer, entrepreneur, estimator, evangelist, examiner, executive, expert,
        fabricator, facilitator, farmer, farmhand, firefighter, fisherman, fitter, florist, foreman, founder, freelancer, gardener, geologist, glazier, guard, guide, hairdresser, hairstylist, handyman, head,
        headteacher, helper, historian, host, hostess, housekeeper, hygienist, illustrator, inspector, installer, instructor, intern, internship, interpreter, investigator, jeweller, joiner, journalist, judge, keeper,
        labourer, laborer, landscaper, lawyer, lead, leader, lecturer, librarian, lifeguard, linguist, loader, locksmith, machinist, magistrate, maid, maker, manager, marketer, mason, mathematician, mechanic, medic,
        mentor, merchandiser, messenger, midwife, miner, minister, model, musician, nanny, negotiator, nurse, nutritionist, officer, operative, operator, optician, optometrist, organiser, organizer, owner, packer, painter,
        paralegal, paramedic, partner, pastor, pathologist, patrol officer, pediatrician, pharmacist, phlebotomist, photographer, physicist, physician, physiotherapist, picker, pilot, planner, plasterer, plumber, policeman, policewoman, porter,
        postdoc, postman, practitioner, president, priest, principal, producer, professor, programmer, proofreader, psychologist, psychiatrist, publicist, radiographer, radiologist, ranger, realtor, receptionist, recruiter, registrar,
        rep, reporter, representative, researcher, roofer, sailor, salesman, salesperson, saleswoman, scaffolder, scientist, seamstress, secretary, server, setter, shopkeeper, sideman, singer, solicitor, soldier, specialist, statistician, stylist,
        steward, stewardess, strategist, student, supervisor, supplier, surgeon, surveyor, tailor, teacher, technician, technologist, teller, tester, therapist, tiler, trader, trainee, trainer, translator, treasurer, tutor,
        underwriter, undergraduate, usher, valet, vet, veterinarian, vice president, videographer, vp, waiter, waitress, warden, webmaster, welder, worker, writer, ranger, sommelier, patissier, pâtissier, fellow, resident, postdoctoral researcher, dev,
        scrum master, product owner, qa, sre, stocker, stacker, sweeper, groomer, trucker, cameraman, animator, technologist, cabin crew, crew member, team member, machine operator, busser, dishwasher, bellhop, doorman, blogger, youtuber, freelance
        """);

    private static readonly FrozenSet<string> NotHeads = WordList.Of("""
        person, lover, mother, father, member, learner, fan, beginner, player, believer, speaker, number, letter, matter, water, computer, summer, winter, october, november, december, september, september, other, another, brother,
        sister, order, paper, center, centre, corner, chapter, power, newcomer, parent, citizen, native, bit, little, lot, user, reader, thinker, listener, communicator, worker bee, career, beer, error, color, colour, year,
        author's, mirror, floor, door, labor, labour, major, minor, senior, junior, motor, sector, factor, tutorials, manner, offer, answer, danger, theater, theatre, restaurant, consonant, plant, giant, vacant, important, relevant, solver, problem solver, team player, sweater, quick learner, fast learner, graduate, finisher, starter, self-starter, self starter, go-getter, multitasker, achiever, owner of a car
        """);

    public static bool IsTitle(string phrase)
    {
        var head = HeadOf(phrase);
        if (head.Length == 0 || NotHeads.Contains(head))
            return false;
        return Heads.Contains(head) || LooksLikeAgent(head);
    }

    /// <summary>Names of trades that are long enough to be known in spite of a slip.</summary>
    public static IEnumerable<string> Long => Heads.Where(head => head.Length >= 8 && head.All(char.IsAsciiLetterLower));

    public static bool IsHead(string word) => Heads.Contains(word) && !NotHeads.Contains(word);

    private static string HeadOf(string phrase)
    {
        var words = phrase.Split([' ', '/', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries);
        var end = Array.FindIndex(words, 1 < words.Length ? 1 : 0, word => word is "of" or "out" or "for" or "in" or "-" or "–" or "to");
        if (end <= 0)
            end = words.Length;
        while (end > 1 && IsGrade(words[end - 1]))
            end--;
        return end > 0 && end <= words.Length ? words[end - 1].Trim('.', ',', ';', '"', '\'') : "";
    }

    // "Nurse II", "Engineer 3".
    private static bool IsGrade(string word) => word.All(char.IsAsciiDigit) || word is "I" or "II" or "III" or "IV" or "V";

    // -er, -or, -ist, -ian, -eer: nouns for people, when the word is long enough not to be a chance.
    private static bool LooksLikeAgent(string word) =>
        word.Length >= 7 && !PlaceWords.IsPlace(word) && word.All(c => char.IsLetter(c) || c == '-')
        && (word.EndsWith("ist", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ian", StringComparison.OrdinalIgnoreCase) || word.EndsWith("eer", StringComparison.OrdinalIgnoreCase)
            || word.EndsWith("smith", StringComparison.OrdinalIgnoreCase) || word.EndsWith("woman", StringComparison.OrdinalIgnoreCase)
            || (word.EndsWith("er", StringComparison.OrdinalIgnoreCase) && word.Length >= 8) || (word.EndsWith("tor", StringComparison.OrdinalIgnoreCase) && word.Length >= 8));
}
