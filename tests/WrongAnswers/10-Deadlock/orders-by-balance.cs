// wrong: orders by the balance, which is the same for both or changes meanwhile -> deadlock
// hint /Balance <=? \w+\.Balance/: A balance changes, and two accounts can have the same. What is an account's own, for ever?
namespace Katas.Deadlock;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        var (first, second) = InOrder(from, to);
        lock (first)
        {
            lock (second)
            {
                from.Balance -= amount;
                to.Balance += amount;
            }
        }
    }

    public static int Total(Account one, Account other)
    {
        var (first, second) = InOrder(one, other);
        lock (first)
        {
            lock (second)
            {
                return one.Balance + other.Balance;
            }
        }
    }

    static (Account First, Account Second) InOrder(Account one, Account other) =>
        one.Balance <= other.Balance ? (one, other) : (other, one);
}
