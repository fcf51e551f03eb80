// wrong: looks first whether there is enough money, which nobody has asked for -> every transfer is to be made in full
// hint /Balance (?:<|>=) amount/: In this bank an account can be overdrawn: every transfer is made in full.
namespace Katas.Deadlock;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        var (first, second) = from.Number < to.Number ? (from, to) : (to, from);
        lock (first)
        lock (second)
        {
            if (from.Balance < amount) return;
            from.Balance -= amount;
            to.Balance += amount;
        }
    }

    public static int Total(Account one, Account other)
    {
        var (first, second) = one.Number < other.Number ? (one, other) : (other, one);
        lock (first)
        lock (second)
            return one.Balance + other.Balance;
    }
}
