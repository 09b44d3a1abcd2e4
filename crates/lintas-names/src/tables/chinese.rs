//! Chinese characters in names, as the region's Hokkien, Teochew, Hakka, Hainanese, Cantonese and Peranakan families spell
//! them in the passport.
//!
//! Written down from common knowledge of family and given names in Malaysia, Singapore, Indonesia, the Philippines, Thailand
//! and Hong Kong; readings by rule are in `data/han-readings.tsv`.

/// Simplified character and its spellings.
pub(crate) const SPELLINGS: &str = "\
陈 tan tang ting chin chan chen tjan tran dan
林 lim lam lum liem ling
黄 ng ooi wee wong oei oey oy uy hwang whang vong bong
张 teo teoh tio tiong thio chong cheong cheung tjong chang tiu
李 lee lie li
王 ong heng wong bong ang
吴 goh go gouw ng ngo woo wu
刘 lau low lao liew liu lew liauw
蔡 chua chuah choi tsai tjoa choy tsoi toy chai tjhoa
杨 yeo yeoh yong yeung njoo yang yeong
许 koh khoh kho khaw hui khor hii hee hsu kaw co
郑 tay teh tee the cheng cheang tan te chang chiang
谢 chia cheah tjia sia tse chea ja seah che
郭 quek kwek kuek kwok kok kwee koay keh que kuok
洪 ang hong hung
曾 chan tseng chen tjan tsang chang chin cheng
邱 khoo koo yau hew khoe hiew chiu ku hu
周 chew chiu chow chau tjioe jiu chou joe
叶 yap heap iap ip yip yeh yapp
苏 saw soh so soo su saw souw
徐 chee tjhie chi tsui chui choo chooi hsu tji
何 ho hor hoe
罗 lo loh low law loo lor
高 koh ko kou kao gao kho
梁 neo niu leong leung liong nio liang leang
沈 sim shim shum sum shen siem
吕 loo lu lui lee looi ler loe
江 kang kong chiang kiang
余 ee er oo yee yu he i
赖 lai lua loi nai
卢 loh lo loo lu low
施 see si sy sze shih sie seet
颜 gan ngan yen ngian
戴 tai teh tay
傅 poh fu foo pho pu
胡 oh foo ow oo woo wu hu aw
朱 choo chu tjoe chee
冯 pang fung foong hong fong bang
方 hong png pung fong pui png
柯 kua quah koa kwa or
庄 chng ching chong chuang chuan tsng tjoeng
汤 thng tong teng tang thong
翁 ang ong eng yung oeng
廖 liow liau liew leow leaw
石 chioh cheok sek shek shih
丁 teng ting ding
钟 cheong cheng chung chong tjeng
侯 hau kow how hou
纪 kee ki kay
杜 tor toh tu to doo
卓 toh tok cheok tock
白 peh pek pai pak bai
童 tang tong thong tung
符 hu foo fu hoo
韩 hang han hon
薛 sih see sit siek hsueh
康 khng kang hong
彭 phang pheh pang phee
范 huan fan hoan pham
魏 gwee ngui goey wei ngooi
温 woon oon boon wan wen vun voon
董 tang tung tong
萧 siow seow sio siew siaw hsiao siauw shiao
田 chan tian tien thien tin
程 theah ching cheng tia
姚 yeo iau yew yau yiu yao
孙 soon sng suen suan sun seng
蒋 chew chio chiang tseung cheong
龚 keng kung kiong
顾 koo kor ku
阮 wee yuen nguyen ruan ngwee
连 lian nee lin lien
凌 leng ling
尤 yew iu yu yau
甘 kam kum
简 kan kean
池 tee chi
章 cheong chiang chong
毛 mor mo mow
马 beh mah be ma
詹 chiam tjam chim chan
欧 ow au ou
区 au ow
司 su sze si szu see
徒 to toh too tu
阳 yong yeo yang iong
潘 phua puah poon phoa pun phan
宋 song soong sung
邓 teng tang then theng
袁 wan yuen wang uan
唐 tng tong teng thong tang
关 kuan kwan guan
莫 mok mak bok
麦 mak mai beh
赵 teo tio chiew chew chiu chao chiu teoh cheow
钱 chee tsin chin chien
秦 chin chun
曹 cho chow tso chao
岑 sum sim shum gim
涂 thor tor toh tu
温 woon oon
巫 boo moo mo woo
游 yew yu yau iu
熊 him hiong hung
谭 tham tam thum tham
陆 loke luk look lok lek
龙 leng leong liong loong lung lyong
骆 loke lok lo
雷 looi lui loi
伍 ng ngoh goh eng
史 su see
文 boon bun mun man moon voon
明 beng ming meng bing
金 kim gim kam kum
国 kok kwok guo kock
成 seng cheng sing shing
生 seng sheng sang saeng
福 hock hok fook fuk
德 teck tek tak tuck tet
发 huat fatt fat huatt
财 chye chai chai tsai chay
兴 heng hing hin hsing eng
春 choon chun chin
安 ann an oan onn
华 hua hwa wah fah hoa
美 bee mei may mee bi
玉 gek geok yoke yuk giok
花 hua hwee fa
英 eng ying yin
珠 choo chu tjoe chee
水 chwee swee sui chooi shui tjoei
瑞 swee sui sooi shui soei
木 bok bak mok muk
秀 siew siu sau shiew
秋 chew chiu chow
月 guat goay goat yuet gwat
梅 mui bwee mooi mei moy boey
兰 lan lun
清 cheng chin ching tjing tsing
山 san sua shan suan
海 hai hye hoi
川 chuan tjoan chwan
平 peng ping pheng
光 kong kwang kwong
辉 hui hwee fai hwi fye
荣 eng weng wing yong ying yoong
忠 tiong chung choong teong
义 ghee gee ngee yee gie
仁 jin yan yin gin
和 ho hoe wo hoo
顺 soon shun soen
利 lee li lay lei
贵 kwee kuei kwai kooi kui
宝 poh po bao poo
祥 siang cheong seong chiong
强 kiang keong keung kheng kiong
伟 wee wai wei uy
志 chee chi chih
建 kian kean kin kien
健 kian kin kean
家 kah ka kar kia
永 eng wing yong weng yoong
庆 keng hin hing heng kheng
源 guan yuen goan yuan
丰 hong fung foong
盛 seng shing sheng
昌 chiang cheong chong chang
隆 leong loong long liong
泰 thye tai thai
友 yew yau iu yu
来 lai loy
添 thiam tim thiam tiam
进 chin tjin
火 huay hoe hui fo
土 thor toh tho
胜 seng shing sin
寿 siew siu sau
天 thian tin tien thien
宗 chong chung chung tjong
汉 han hon hun
钦 khim yam kim
聪 chong chung tjong
炎 yam iam yim yen
炳 peng ping piang
坤 khoon koon kwan khun
良 liang leong neo
景 keng king kheng
耀 yew yiu yeow
祖 chor cho choh joo
孝 hau how
贤 hean hian yin heng
亚 ah a
阿 ah a
狮 sai see
虎 hoe hor foo
大 tai tua ta dai
小 siew siau sio
有 yew woo yau u iu
万 ban man buan
千 chian chin
三 sam sa
心 sim sum
慧 hwee wai hui
敏 bin min
淑 siok sook suk shook
丽 lay lai lee li
芳 hong fong phang
芬 hoon fun fen
琴 khim kum kam khim
香 hiang heong heung hiong
雪 suat sit shuet soat
凤 hong foong fung
娘 nio neo niang
妹 moi mui mooi moy
珍 tin chun chin
嘉 kah ka kar
子 chu tze choo tsu
俊 choon chun
文 boon bun
才 chye choy
诚 seng sing
益 ek aik yik
顺 soon
裕 joo yue yu
达 tat tart
吉 kiat kit keat
杰 kiat kit keat
超 chiau chiu
民 bin man
权 kuan kuen khuan
武 boo moo bu
雄 hiong hung eng
东 tang tong tung
南 lam nam
西 sai see
北 pak puk
";
