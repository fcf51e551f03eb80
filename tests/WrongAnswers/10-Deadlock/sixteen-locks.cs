// wrong: a lock of the bank's for every sixteenth number, and the accounts' own locks never -> while another thread held the account's lock
// hint /^(?!.*lock \((?:from|to|one|other|first|second|a|b|low|high|lower|higher)\)).*\bstatic readonly \w+(?:\[\]|<[^;]*>) \w+/: The bank's locks are known to the bank alone. The account's own lock is what everybody else takes.
namespace Katas.Deadlock;

public static class Bank
{
    static readonly object[] locks = [.. Enumerable.Range(0, 16).Select(_ => new object())];

    public static void Transfer(Account from, Account to, int amount)
    {
        var (low, high) = InOrder(from, to);
        lock (locks[low])
        lock (locks[high])
        {
            from.Balance -= amount;
            to.Balance += amount;
        }
    }

    public static int Total(Account one, Account other)
    {
        var (low, high) = InOrder(one, other);
        lock (locks[low])
        lock (locks[high])
            return one.Balance + other.Balance;
    }

    static (int Low, int High) InOrder(Account one, Account other)
    {
        var (a, b) = (one.Number % 16, other.Number % 16);
        return a < b ? (a, b) : (b, a);
    }
}
