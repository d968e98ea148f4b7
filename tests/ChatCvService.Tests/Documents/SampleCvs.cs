using ChatCvService.CvData;
using ChatCvService.Documents;
using ChatCvService.Documents.Templates;

namespace ChatCvService.Tests.Documents;

/// <summary>Invented people whose CVs differ in length, trade, script and in what is missing.</summary>
internal static class SampleCvs
{
    public static readonly DateTimeOffset Day = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);

    public static readonly Cv Nurse = new()
    {
        PersonalInfo = new()
        {
            FullName = "Maria Fernanda Oliveira", Title = "Registered Nurse, Intensive Care", Email = "maria.oliveira@example.org", Phone = "+44 20 7946 0321", Location = "Leeds, United Kingdom", Linkedin = "linkedin.com/in/mf-oliveira-rn",
        },
        Summary = "Intensive care nurse with nine years on medical and cardiac units. Calm with ventilated patients and their families, and used to teaching new colleagues at the bedside.",
        Experience =
        [
            new()
            {
                Title = "Senior Staff Nurse, Cardiac Intensive Care", Company = "St. Brendan's University Hospital", Location = "Leeds", StartDate = "03/2020", EndDate = "Present",
                DescriptionBullets =
                [
                    "Care for two ventilated patients per shift on an 18-bed cardiac unit",
                    "Introduced a bedside handover checklist that cut medication errors by 31 % in a year",
                    "Mentor six newly qualified nurses each year through their first twelve weeks",
                    "Lead the unit's resuscitation drills every month",
                ],
            },
            new()
            {
                Title = "Staff Nurse, Medical Ward", Company = "Northfield General Hospital", Location = "Bradford", StartDate = "09/2017", EndDate = "02/2020",
                DescriptionBullets = ["Looked after up to eight patients with chronic heart and lung disease", "Coordinated discharges with social workers and district nurses", "Kept records in the electronic patient record and trained four wards in it"],
            },
            new()
            {
                Title = "Healthcare Assistant", Company = "Willow Court Care Home", Location = "Bradford", StartDate = "06/2014", EndDate = "08/2017",
                DescriptionBullets = ["Helped 24 residents with daily care, meals and mobility", "Worked nights and weekends while studying"],
            },
        ],
        Education = [new() { Institution = "University of Bradford", Degree = "BSc (Hons)", FieldOfStudy = "Adult Nursing", GraduationDate = "07/2017", Details = "First class; placement in intensive care" }],
        Skills = new()
        {
            CoreCompetencies = ["Patient assessment", "Ventilator care", "Medication administration", "Wound care", "Mentoring"],
            SoftwareProficiency = ["SystmOne", "Microsoft Excel"],
            LanguageFluency = ["English (fluent)", "Portuguese (native)"],
            Certifications = ["NMC registration, 2017", "Advanced Life Support (ALS), 2024", "Mentorship in Practice, 2021"],
        },
        KeyProjectsAchievements = [new() { Name = "Quiet Nights", Description = "Ran a trial of lower alarm volumes at night on two wards; patients slept 50 minutes longer.", KeyAreasUsed = ["Clinical audit", "Staff training"] }],
        AwardsAndRecognitions = ["Nurse of the Year, St. Brendan's, 2023"],
    };

    public static readonly Cv Engineer = new()
    {
        PersonalInfo = new()
        {
            FullName = "Jonas Weidenfeller", Title = "Senior Backend Engineer", Email = "jonas@weidenfeller.example", Phone = "+49 30 5550 1234", Location = "Berlin, Germany",
            Linkedin = "https://www.linkedin.com/in/jonas-weidenfeller", Website = "weidenfeller.example",
        },
        Summary = "Backend engineer who builds payment and logistics systems that stay up. Eleven years with C#, Go and PostgreSQL, the last four leading a team of five.",
        Experience =
        [
            new()
            {
                Title = "Senior Backend Engineer", Company = "Parcelwise GmbH", Location = "Berlin", StartDate = "04/2021", EndDate = "Present",
                DescriptionBullets =
                [
                    "Designed an event-driven tracking platform in Go and Kafka that handles 40 million events a day",
                    "Moved 30 services from virtual machines to Kubernetes with Terraform, with no downtime for customers",
                    "Cut the p99 latency of the tracking API from 900 ms to 120 ms with better PostgreSQL indexes and Redis",
                    "Lead a team of five: hiring, reviews, an on-call rota that people can live with",
                ],
            },
            new()
            {
                Title = "Software Engineer", Company = "Nordbank Digital", Location = "Hamburg", StartDate = "08/2017", EndDate = "03/2021",
                DescriptionBullets = ["Built instant payments in C# and .NET on Azure, used by 1.2 million customers", "Wrote the reconciliation service that found 99.98 % of mismatches by itself", "Introduced contract tests and continuous delivery with GitHub Actions"],
            },
            new()
            {
                Title = "Junior Developer", Company = "Kessler & Sohn Software", Location = "Bremen", StartDate = "10/2014", EndDate = "07/2017",
                DescriptionBullets = ["Maintained a warehouse system in C# and SQL Server for 14 customers", "Replaced nightly batch imports by a REST API"],
            },
        ],
        Education = [new() { Institution = "University of Bremen", Degree = "MSc", FieldOfStudy = "Computer Science", GraduationDate = "09/2014" }, new() { Institution = "University of Oldenburg", Degree = "BSc", FieldOfStudy = "Computer Science", GraduationDate = "08/2012" }],
        Skills = new()
        {
            CoreCompetencies = ["Distributed systems", "API design", "Event-driven architecture", "Technical leadership"],
            SoftwareProficiency = ["C#", ".NET", "Go", "PostgreSQL", "Kafka", "Redis", "Kubernetes", "Docker", "Terraform", "Azure", "GitHub Actions"],
            LanguageFluency = ["German (native)", "English (C1)"],
            Certifications = ["Certified Kubernetes Administrator, 2022", "Microsoft Certified: Azure Developer Associate, 2020"],
        },
        KeyProjectsAchievements =
        [
            new() { Name = "pgslow", Description = "Open source tool that groups slow PostgreSQL queries and suggests indexes; 2,100 stars on GitHub.", KeyAreasUsed = ["Go", "PostgreSQL"] },
            new() { Name = "Delivery windows", Description = "Predicts delivery times within 20 minutes from historical routes.", KeyAreasUsed = ["Python", "Kafka"] },
        ],
        AwardsAndRecognitions = ["Best talk, PGConf Hamburg 2023"],
    };

    public static readonly Cv Chinese = new()
    {
        PersonalInfo = new() { FullName = "李明轩", Title = "Data Analyst", Email = "li.mingxuan@example.cn", Phone = "+86 21 5550 8765", Location = "Shanghai, China" },
        Summary = "Data analyst with five years in retail. Turns messy sales data into forecasts that shops trust.",
        Experience =
        [
            new()
            {
                Title = "Data Analyst", Company = "Huangpu Retail Group", Location = "Shanghai", StartDate = "07/2021", EndDate = "Present",
                DescriptionBullets = ["Forecast weekly demand for 320 shops in Python and SQL", "Built dashboards in Tableau that 60 managers open every Monday"],
            },
            new() { Title = "Junior Analyst", Company = "Eastgate Logistics", Location = "Suzhou", StartDate = "09/2019", EndDate = "06/2021", DescriptionBullets = ["Cleaned delivery data in Excel and moved the reports to Power BI"] },
        ],
        Education = [new() { Institution = "Fudan University", Degree = "BSc", FieldOfStudy = "Statistics", GraduationDate = "06/2019" }],
        Skills = new() { CoreCompetencies = ["Forecasting", "Data visualization"], SoftwareProficiency = ["Python", "SQL", "Tableau", "Power BI", "Excel"], LanguageFluency = ["Mandarin (native)", "English (C1)"] },
    };

    /// <summary>Two pages: ten jobs in thirty years.</summary>
    public static readonly Cv ManyJobs = new()
    {
        PersonalInfo = new() { FullName = "Patricia O'Donnell-Reyes", Title = "Hotel General Manager", Email = "p.odonnell@example.com", Phone = "+1 305 555 0148", Location = "Miami, FL" },
        Summary = "Hotel manager who has opened, turned around and run properties from 40 to 480 rooms on three continents.",
        Experience =
        [
            Post("General Manager", "Bayfront Grand Hotel", "Miami, FL", "05/2019", "Present", "Raised occupancy from 64 % to 82 % in two years", "Led 210 staff and a budget of 38 million dollars", "Opened a rooftop restaurant that now brings 11 % of revenue"),
            Post("General Manager", "Casa Laguna Resort", "Cancun, Mexico", "02/2016", "04/2019", "Reopened the resort four months after a hurricane", "Won back three tour operators that had left"),
            Post("Hotel Manager", "Lakeside Conference Centre", "Chicago, IL", "09/2012", "01/2016", "Grew conference bookings by 45 %", "Introduced a training scheme that halved staff turnover"),
            Post("Director of Rooms", "The Meridian House", "London, United Kingdom", "03/2009", "08/2012", "Ran front office, housekeeping and security for 320 rooms", "Moved reservations to a new property management system"),
            Post("Front Office Manager", "Harbour View Hotel", "Sydney, Australia", "01/2006", "02/2009", "Led 26 people around the clock", "Cut check-in time from nine minutes to three"),
            Post("Assistant Front Office Manager", "Harbour View Hotel", "Sydney, Australia", "06/2003", "12/2005", "Planned shifts and trained new receptionists", "Handled complaints and group arrivals"),
            Post("Duty Manager", "Alpine Lodge", "Queenstown, New Zealand", "10/2000", "05/2003", "Responsible for the house at night and in the ski season"),
            Post("Receptionist", "Hotel Miramar", "Lisbon, Portugal", "04/1998", "09/2000", "Welcomed guests in four languages"),
            Post("Night Auditor", "Plaza Inn", "Tampa, FL", "07/1996", "03/1998", "Closed the books every night"),
            Post("Bellhop", "Plaza Inn", "Tampa, FL", "06/1995", "06/1996", "Carried luggage and learned every job in the house"),
        ],
        Education = [new() { Institution = "Florida International University", Degree = "BSc", FieldOfStudy = "Hospitality Management", GraduationDate = "05/1998" }],
        Skills = new() { CoreCompetencies = ["Revenue management", "Budgeting", "Team leadership", "Negotiation"], SoftwareProficiency = ["Opera PMS", "Excel"], LanguageFluency = ["English (native)", "Spanish (fluent)", "Portuguese (B2)"] },
        AwardsAndRecognitions = ["General Manager of the Year, Florida Lodging Association, 2022"],
    };

    public static readonly Cv Minimal = new()
    {
        PersonalInfo = new() { FullName = "Amina Yusuf", Email = "amina.yusuf@example.com" },
        Education = [new() { Institution = "Kisumu National Polytechnic", Degree = "Diploma", FieldOfStudy = "Accounting", GraduationDate = "11/2025" }],
        Skills = new() { SoftwareProficiency = ["Excel", "QuickBooks"] },
    };

    public static readonly Cv Letter = new()
    {
        PersonalInfo = new() { FullName = "Sarah Johnson", Title = "Senior Data Scientist", Email = "sarah@datatech.example", Phone = "+1 617 555 0199", Location = "Boston, MA" },
        CoverLetter = new()
        {
            Recipient = new() { Company = "Northwind Analytics", Manager = "Ms. Priya Raman", Position = "Lead Data Scientist" },
            Opening = "I am writing to apply for the position of Lead Data Scientist, which I saw on your website.",
            Body = "For six years I have built forecasting models at DataTech that 40 planners use every day. The last of them cut stock by 18 % without a single empty shelf.\n\nWhat draws me to Northwind is that your models are explained to the people who have to act on them. I have taught three teams to read model cards, and I would like to do more of it.",
            Closing = "I would be glad to show you how I work in an interview. Thank you for reading this.",
        },
    };

    public static CvDocument Document(this Cv cv, string template = "default") => new()
    {
        Cv = cv, Title = cv.PersonalInfo.FullName + " - CV", Template = CvTemplate.Find(template)!, CreatedAt = Day, IsLetter = cv.CoverLetter is not null,
    };

    private static Job Post(string title, string company, string location, string start, string end, params IReadOnlyList<string> bullets) =>
        new() { Title = title, Company = company, Location = location, StartDate = start, EndDate = end, DescriptionBullets = bullets };
}
