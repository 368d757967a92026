-- Of the lengths of steps whoever holds the task is told, and at the breach also whoever stands above; the unit responsible for
-- the incident is told of its own clocks. Rows that an administrator has changed stay as they are.
UPDATE clock_rule SET warn_told = 'HOLDER', breach_told = 'HOLDER;SUPERIOR'
WHERE code IN ('YK5', 'TRAN24_OLD', 'TRAN24', 'RKN14') AND warn_told = 'OWNER' AND breach_told IN ('OWNER', 'OWNER;OWNER_HEAD')
    OR starts_with(code, 'MT_') AND warn_told = 'OWNER' AND breach_told = 'OWNER';
