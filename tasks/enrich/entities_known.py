"""Organisations that the world's news names without saying what they are. Data only, by our own hand."""

from __future__ import annotations

_BODIES = """\
UN, U.N., EU, E.U., NATO, Nato, UNESCO, Unesco, UNICEF, Unicef, UNHCR, UNDP, UNEP, UNRWA, UNFPA, UNODC,
UNCTAD, WHO, WTO, IMF, ILO, IAEA, ICAO, IMO, FAO, WFP, WMO, WIPO, ITU, OECD, OPEC, Opec, OPCW, OSCE,
OAS, OIC, ASEAN, Asean, APEC, Apec, SAARC, BIMSTEC, BRICS, Brics, G7, G-7, G20, G-20, G77, GCC, Arab
League, African Union, ECOWAS, Ecowas, SADC, IGAD, EAC, CARICOM, Caricom, Mercosur, Mercosul, Celac,
CELAC, Unasur, World Bank, World Health Organization, World Trade Organization, International Monetary
Fund, Asian Development Bank, African Development Bank, ECB, European Central Bank, European Commission,
European Parliament, European Council, Security Council, General Assembly, International Criminal Court,
International Court of Justice, ICC, ICJ, Interpol, INTERPOL, Europol, Frontex, Red Cross, Red Crescent,
ICRC, MSF, Oxfam, Greenpeace, WWF, Amnesty International, Human Rights Watch, Amnesty, Transparency
International, Save the Children, Doctors Without Borders, Médecins Sans Frontières, Reporters Without
Borders, Freedom House, Crisis Group, Chatham House, RAND, Unctad, UNAIDS, Gavi, CEPI"""
_STATE = """\
FBI, CIA, NSA, DEA, ATF, FEMA, FDA, EPA, CDC, SEC, FCC, FTC, NASA, Nasa, NOAA, USAID, USDA, TSA, NTSB,
IRS, DOJ, DHS, Pentagon, Congress, Kremlin, Duma, State Duma, FSB, GRU, KGB, Knesset, Mossad, Shin Bet,
IDF, MI5, MI6, GCHQ, NHS, Ofcom, Ofgem, Ofsted, Scotland Yard, Met Police, Bundestag, Bundesrat,
Bundesbank, BaFin,, Assemblée Nationale, Élysée, Cortes, Guardia Civil, Carabinieri, Lok Sabha,
Rajya Sabha, CBI, NIA, RBI, SEBI, ISRO, DRDO, BSF, CRPF, ITBP, NITI Aayog, Election Commission, NCB,
ISI, NAB, FIA, PEMRA, LHC, RAB, Tatmadaw, Politburo, PLA, CPPCC, PBOC, BOJ, JAXA, Blue House, KCNA,
NDRF, SDRF, AIIMS, IIT, IIM, UGC, UPSC, NEET, EFCC, INEC, ICPC, NNPC, NDLEA, IEBC, ANC, SAPS,
SANDF, NPA, ZANU-PF, MDC, ZEC, KPK, TNI, Polri, PDRM, SPRM, MACC, Comelec, DepEd, DOH, PNP, AFP, SEBIN,
PDVSA, CNE, TSE, INE, Pemex, CFE, Petrobras, Ibama, IRGC, Quds Force, Basij, Aramco, ADNOC, SABIC,
QatarEnergy"""
_PARTIES = """\
Hamas, Hezbollah, Hizbollah, Hizbullah, Fatah, PLO, PKK, YPG, SDF, HTS, ISIS, ISIL, Isis, Daesh, Islamic
State, al-Qaeda, al-Qaida, Al-Qaeda, Al Qaeda, Al-Qaida, al Qaeda, Taliban, Taleban, Boko Haram, ISWAP,
al-Shabaab, al-Shabab, Al-Shabaab, Al Shabaab, Houthi, Houthis, Muslim Brotherhood, Lashkar-e-Taiba,
Jaish-e-Mohammed, Jaish-e-Mohammad, JeM, LeT, TTP, LTTE, FARC, Farc, ELN, ETA, IRA, Sinn Féin, Sinn
Fein, DUP, SDLP, SNP, Tories, Ukip, Liberal Democrats, Lib Dems, Plaid Cymru, Green Party, Fidesz,
Jobbik, AfD, CDU, CSU, SPD, FDP, ÖVP, FPÖ, PSOE, Ciudadanos, Fianna Fáil, Fine Gael, Syriza, Pasok,
PASOK, Law and Justice, PiS, Likud, Yesh Atid, Shas, Meretz, Kadima, AKP, CHP, MHP, HDP, BJP, AAP, CPI,
CPM, CPI(M), TMC, DMK, AIADMK, BSP, RJD, JDU, JD(U), NCP, Shiv Sena, RSS, VHP, Bajrang Dal, Sangh
Parivar, Akali Dal, PDP, TDP, TRS, BRS, YSRCP, Janata Dal, PTI, PML-N, PML, PPP, MQM, JUI-F, Awami
League, BNP, Jamaat-e-Islami, Jamaat, Umno, UMNO, Bersatu, PKR, Barisan Nasional, Pakatan Harapan,
Golkar, PDI-P, Gerindra, Kuomintang, KMT, DPP, NLD, Viet Cong, Workers' Party, APC, APGA, NPP, NDC, EFF,
Economic Freedom Fighters, Democratic Alliance, Swapo, SWAPO, Frelimo, Renamo, MPLA, Unita, UNITA, ODM,
UDA, TPLF, Janjaweed, PRI, Peronists, Sandinistas, FSLN, FMLN, Nuevas Ideas"""
_MEDIA = """\
AFP, AP, Reuters, UPI, Bloomberg, dpa, DPA, EFE, ANSA, Xinhua, TASS, Tass, Interfax, RIA Novosti,
Anadolu, Yonhap, Kyodo, Jiji, PTI, ANI, IANS, Bernama, Antara, APP, WAM, SPA, IRNA, Fars, Tasnim,
Montsame, MONTSAME, BBC, CNN, NBC, CBS, ABC, PBS, NPR, MSNBC, CNBC, HBO, ESPN, ITV, ITN, Sky News,
Channel 4, Al Jazeera, Al-Jazeera, Al Arabiya, Al-Arabiya, Al Mayadeen, NHK, KBS, CCTV, CGTN, RT, RTÉ,
CBC, SABC, NDTV, Doordarshan, Dawn, Geo News, Fox News, Guardian, Telegraph, Daily Telegraph, Sunday
Times, Financial Times, FT, Daily Mail, Economist, New York Times, Washington Post, Wall Street Journal,
USA Today, Los Angeles Times, Boston Globe, Chicago Tribune, Politico, Axios, BuzzFeed, Huffington Post,
HuffPost, Newsweek, Der Spiegel, Spiegel, Die Welt, Die Zeit, Süddeutsche Zeitung, Le Monde, Le Figaro,
Libération, El País, El Mundo, La Stampa, La Repubblica, Corriere della Sera, Haaretz, Jerusalem Post,
Times of Israel, Asahi Shimbun, Yomiuri Shimbun, Mainichi Shimbun, Nikkei, South China Morning Post,
Global Times, People's Daily, Straits Times, Times of India, Hindustan Times, Indian Express, The Hindu,
Hürriyet, Cumhuriyet, Novaya Gazeta, Kommersant, Folha, O Globo, Clarín, La Nación, La Prensa, Daily
Nation, Mail & Guardian, NBCUniversal, WarnerMedia, Netflix, Spotify"""
_FIRMS = """\
Google, Alphabet, Apple, Microsoft, Amazon.com, Facebook, Intel, IBM, Oracle, Cisco, Dell, HP, Nvidia,
AMD, Qualcomm, TSMC, Samsung, LG, Sony, Panasonic, Toshiba, Hitachi, Nintendo, SoftBank, Foxconn,
Huawei, ZTE, Xiaomi, Lenovo, Alibaba, Tencent, Baidu, ByteDance, JD.com, Didi, Uber, Lyft, Airbnb,
Tesla, SpaceX, OpenAI, PayPal, Lazada, Shopee, Gojek, Flipkart, Paytm, Infosys, Wipro, TCS, Reliance,
Tata, Adani, Mahindra, Maruti, Vodafone, Airtel, Jio, Telefónica, Telefonica, Verizon, AT&T, T-Mobile,
Comcast, Disney, Walmart, Costco, Tesco, Sainsbury's, Asda, Aldi, Lidl, Carrefour, Ikea, IKEA, Nike,
Adidas, Puma, H&M, Zara, Inditex, LVMH, Unilever, Nestlé, Nestle, Danone, PepsiCo, Coca-Cola, Starbucks,
McDonald's, McDonald’s, KFC, Pfizer, Moderna, AstraZeneca, BioNTech, Novartis, Roche, Sanofi, GSK,
Bayer, Merck, Johnson & Johnson, BASF, Siemens, Bosch, Volkswagen, VW, BMW, Daimler, Mercedes-Benz,
Audi, Renault, Peugeot, Stellantis, Fiat, GM, General Motors, Toyota, Honda, Nissan, Mazda, Hyundai,
Kia, BYD, Volvo, Boeing, Airbus, Lockheed Martin, Raytheon, BAE Systems, Rolls-Royce, ExxonMobil, Exxon,
Chevron, BP, TotalEnergies, Eni, Equinor, Gazprom, Rosneft, Lukoil, Sinopec, CNOOC, PetroChina, Rio
Tinto, BHP, Glencore, Goldman Sachs, JPMorgan, JP Morgan, Morgan Stanley, Citigroup, Bank of America,
Wells Fargo, HSBC, Barclays, Lloyds, NatWest, UBS, Credit Suisse, Deutsche Bank, Commerzbank, BNP
Paribas, Santander, ING, Mastercard, BlackRock, Berkshire Hathaway, Deloitte, KPMG, PwC, McKinsey,
Moody's, Fitch, Lufthansa, Ryanair, EasyJet, easyJet, Qantas, FedEx, UPS, DHL, Maersk, Sotheby's,
Christie's"""
_SPORT = """\
FIFA, Fifa, UEFA, Uefa, IOC, WADA, Wada, ICC, BCCI, PCB, ECB, IAAF, FIA, NBA, NFL, NHL, MLB, MLS, NCAA,
PGA, ATP, WTA, UFC, WWE, CONCACAF, Concacaf, CONMEBOL, Conmebol, CAF, AFC, RFU, Premier League,
Bundesliga, La Liga, Serie A, Ligue 1, Manchester United, Manchester City, Liverpool FC, Arsenal,
Chelsea, Tottenham, Tottenham Hotspur, Everton, Aston Villa, Newcastle United, West Ham, Leicester City,
Leeds United, Celtic, Real Madrid, Atlético Madrid, Atletico Madrid, FC Barcelona, Sevilla, Juventus,
Inter Milan, AC Milan, Napoli, AS Roma, Lazio, Bayern Munich, Bayern, Borussia Dortmund, PSG, Paris
Saint-Germain, Marseille FC, PSV, Feyenoord, Benfica, Sporting Lisbon, Boca Juniors, River Plate,
Flamengo, Corinthians, Palmeiras, Lakers, Celtics, Knicks, Yankees, Red Sox, Dodgers, Packers, All
Blacks, Springboks, Wallabies"""

KNOWN_ORGANIZATIONS = frozenset(
    name.strip()
    for names in (_BODIES, _STATE, _PARTIES, _MEDIA, _FIRMS, _SPORT)
    for name in names.replace("\n", " ").split(",")
    if name.strip()
)
"""Names that are an organisation's wherever they stand alone; what is as often another thing is left out."""
