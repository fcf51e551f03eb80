namespace Commutation.Calls;

/// <summary>A call on the shared object.</summary>
/// <param name="Name">As the table names it, and as it is told apart: <c>Add(1)</c>.</param>
/// <param name="Member">Type and member, without arguments: <c>Enumerable.Sum</c>.</param>
/// <param name="Body">
/// The body of a C# method that takes <c>x</c> (and the view <c>v</c>) and returns an object.
/// </param>
sealed record Call(string Name, string Member, string Body);
