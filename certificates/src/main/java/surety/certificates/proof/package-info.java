/**
 * Proof trees and certificates: their bytes (FORMAT.md), and the replay that computes all bounds
 * anew from them.
 */
package surety.certificates.proof;
