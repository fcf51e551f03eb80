// Given: nothing to change here. The file to edit is Bank.cs.
namespace Katas.Deadlock;

public class Account(int number, int balance)
{
    /// <summary>No two accounts have the same number, and it never changes.</summary>
    public int Number { get; } = number;

    /// <summary>Only for a thread that holds the account's lock: lock (account).</summary>
    public virtual int Balance { get; set; } = balance;
}
