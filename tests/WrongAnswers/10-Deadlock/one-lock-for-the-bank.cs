// wrong: one lock for the whole bank, so that only one clerk can work at a time -> deadlock
// hint /Transfer\([^)]*\) \{ lock \((\w+)\)[^}]*\}.*Total\([^)]*\) \{ lock \(\1\)(?! (?:\{ )?lock)/: One lock for the whole bank lets one clerk work at a time. Lock the two accounts instead.
namespace Katas.Deadlock;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        lock (Gate)
        {
            from.Balance -= amount;
            to.Balance += amount;
        }
    }

    public static int Total(Account one, Account other)
    {
        lock (Gate)
            return one.Balance + other.Balance;
    }

    static readonly object Gate = new();
}
