/** Whether a message is urgent: danger to life or health, an accident, no heat, water or power. */
package io.otklik.language.urgency;
