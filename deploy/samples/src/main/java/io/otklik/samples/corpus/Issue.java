package io.otklik.samples.corpus;

/**
 * One kind of concern with its own answers.
 *
 * @param site whether somebody must go there: addresses and crews belong to the talk
 * @param question a practical question to the page, not a complaint
 * @param group topic group of the centres' classifier
 * @param appeals what residents write
 * @param meToo residents who join in; may be empty
 * @param clarify what officials ask back; may be empty
 * @param interim what officials promise, with a date; may be empty
 * @param finals what officials answer in the end
 * @param chat what residents say to each other about it; may be empty
 */
public record Issue(
        boolean site,
        boolean question,
        String group,
        Pool appeals,
        Pool meToo,
        Pool clarify,
        Pool interim,
        Pool finals,
        Pool chat) {}
