create table newer (id int not null primary key);
