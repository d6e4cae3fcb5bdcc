/**
 * First names that are often given in the four languages and are no words of them. An answer names colleagues, couriers
 * and neighbours whom no ticket knows.
 */
export const FIRST_NAMES: readonly string[] =
  `adam alan alex alexander alice amanda amy andrew angela anna anthony ashley benjamin brian carl caroline catherine
  charlotte christopher claire daniel david deborah dennis diana donald dorothy edward eleanor elizabeth emily emma eric
  fiona gareth gary george gillian graham hannah harriet harry heather helen henry isabel jacob james jane jason jennifer
  jessica joanna john jonathan joseph joshua julia karen kate keith kenneth kevin kimberly laura lauren lewis linda lisa
  louise lucy margaret martin matthew megan melissa michael michelle nancy natalie nathan neil nicholas nicole oliver
  olivia pamela patricia paul peter philip rachel rebecca richard robert ronald ruth ryan samantha samuel sandra sarah
  scott sean sharon simon sophie stephen steven stuart susan thomas timothy victoria william zoe
  alberto alessandra alessandro alessia andrea angelo antonella antonio barbara beatrice carlo caterina claudia cristina
  daniele davide domenico elena eleonora elisa emanuele enrico fabio federica federico filippo francesca francesco
  gabriele giacomo gianluca giorgia giorgio giovanna giovanni giulia giuseppe ilaria laura lorenzo luca luigi manuela
  marco maria mario martina massimo matteo maurizio michela michele mirko monica nicola nicoletta paola paolo patrizia
  pietro riccardo roberta roberto salvatore sara silvia simona simone sofia stefania stefano tommaso valentina valeria
  vincenzo
  adrian adriana alexandra alexandru alin alina ana anca andreea andrei bogdan camelia catalin catalina ciprian
  constantin corina cosmin cristian dan daniela dumitru elena emil eugen florentina florin gabriel gabriela george
  gheorghe ileana ilie ioan ioana ionela ionut irina iulia iulian laurentiu liliana liviu lucian luminita madalina
  magdalena marian mariana marius mihaela mihai mircea mirela monica nicolae nicoleta octavian oana ovidiu petru radu
  ramona raluca razvan rodica roxana silviu simona sorin stefan tiberiu traian valentin vasile veronica victor viorel
  vlad
  александр александра алексей алёна алина алла анастасия анатолий андрей анна антон антонина артём борис вадим
  валентин валентина валерий валерия василий виктор виктория виталий владимир владислав вячеслав галина геннадий
  георгий григорий дарья денис дмитрий евгений евгения егор екатерина елена елизавета иван игорь илья инна ирина
  кирилл константин ксения лариса леонид лидия людмила максим марина мария михаил наталья никита николай нина оксана
  олег ольга павел пётр полина руслан светлана сергей софия станислав степан тамара татьяна тимофей ульяна
  фёдор эдуард юлия юрий яна ярослав оля таня наташа маша саша даша аня катя юра миша дима ваня серёжа витя вова лёша`.split(
    /\s+/,
  );
