import type { Language } from "./language.ts";

export const es: Language = {
  functionWords: `
    el la los las lo un una unos unas al del este esta estos estas ese esa esos esas aquel aquella aquellos aquellas
    esto eso aquello mi mis tu tus su sus nuestro nuestra nuestros nuestras cada todo toda todos todas otro otra otros
    otras mismo misma mismos mismas tal tales varios varias ningún ninguna algún alguna algunos algunas
    yo me mí tú te ti él ella ello nosotros vosotros ellos ellas usted ustedes se sí le les nos os
    quién quiénes que qué cual cuál cuáles cuales cuando cuándo donde dónde adónde como cómo cuánto cuánta cuántos
    cuántas quien quienes cuyo cuya
    es soy eres somos son era eran fue fueron ser sido sea está están estaba estaban estar estuvo hay ha he has han
    había habían haber puede pueden podía podría debe deben tiene tienen tenía hace hacer va van
    a ante bajo con contra de desde durante en entre hacia hasta mediante para por según sin sobre tras
    y e o u ni pero sino aunque porque pues si mientras así entonces
    no ya más menos muy también tampoco sólo solo aún todavía siempre nunca aquí allí ahí`,
  asks: {
    time: "cuándo|en qué (?:año|mes|fecha|siglo|día|época)|qué (?:día|año|fecha)|desde cuándo|hace cuánto",
    number:
      "cuánt[oa]s?|qué (?:número|cantidad|porcentaje|edad|precio|proporción|tamaño)|cuál (?:es|era|fue) (?:el|la) (?:número|cantidad|porcentaje|edad|precio|población|tasa)",
    name: "quién|quiénes|dónde|adónde|de quién|a quién",
    reason: "por qué|por qué razón",
    possibility: "podrían?|puede|pueden",
  },
  signs: {
    number:
      "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|docenas?|cien|cientos|mil|miles|millón|millones|mitad|doble",
    time: "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|lunes|martes|miércoles|jueves|viernes|sábado|domingo|primavera|verano|otoño|invierno|hoy|ayer|mañana|años?|mes(?:es)?|semanas?|siglos?",
    possibility: "podrían?|puede|pueden|quizás?",
    reason: "porque|debido|ya que|puesto que|por lo que|a causa|tras|para que|razón|razones|motivos?",
  },
};
