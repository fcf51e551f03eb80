namespace Interleavings.Scheduling;

/// <summary>
/// A call of a library that counts as a write, for all that is known. It is no reason to call a program
/// wrong, nor right.
/// </summary>
/// <param name="Member">Its name in metadata, after that of its type.</param>
/// <param name="Reads">Whether it reads for certain. Then it conflicts with each certain write.</param>
internal sealed record Doubt(string Member, bool Reads);
